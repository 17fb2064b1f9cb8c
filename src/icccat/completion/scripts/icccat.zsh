#compdef icccat
# What zsh offers while a command of icccat is being typed: a file _icccat in a folder of $fpath,
# or, after compinit: eval "$(icccat completion zsh)"
# icccat answers in lines, the first of which says of what: words with their hints, or files.

_icccat() {
    local -a answer whole begun
    local line word
    answer=("${(@f)$(icccat __complete zsh "${(@Q)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
    if [[ $answer[1] == files ]]; then
        [[ $PREFIX == --*=* ]] && compset -P '*='
        _files
        return
    fi
    for line in "${(@)answer[2,-1]}"; do
        word=${line%%$'\t'*}
        # a colon would end the word, unless it is escaped
        line=${${word//\\/\\\\}//:/\\:}${${line#$word}/$'\t'/:}
        if [[ $word == *[:=@,] ]]; then
            begun+=("$line")
        else
            whole+=("$line")
        fi
    done
    # case does not matter, and what is typed may stand within a word
    local -a match=(-M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]} l:|=* r:|=*')
    local status_=1
    (( $#whole )) && _describe -V icccat whole $match && status_=0
    (( $#begun )) && _describe -V icccat begun $match -S '' && status_=0
    return status_
}

if [[ $funcstack[1] == _icccat ]]; then
    _icccat "$@"
else
    compdef _icccat icccat
fi
