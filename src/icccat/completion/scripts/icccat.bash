# What bash offers while a command of icccat is being typed: eval "$(icccat completion bash)"
# icccat answers in lines, the first of which says of what: words, quoted and ended, or files.

_icccat() {
    local IFS=$'\n' answer line what=
    answer=$(icccat __complete bash "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
    COMPREPLY=()
    while read -r line; do
        if [[ -z $what ]]; then
            what=$line
        else
            COMPREPLY+=("$line")
        fi
    done <<<"$answer"
    if [[ $what == files ]] && ! compopt -o default +o nospace 2>/dev/null; then
        COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")) # bash 3
    fi
}

complete -o nospace -o nosort -F _icccat icccat 2>/dev/null ||
    complete -o nospace -F _icccat icccat # bash before 4.4 always sorts
