# What fish offers while a command of icccat is being typed:
# icccat completion fish > ~/.config/fish/completions/icccat.fish
# icccat answers in lines, the first of which says of what: words with their hints, or files.

function __icccat_complete
    set -l before (commandline -opc)
    set -l typed (commandline -ct)
    test (count $typed) -eq 0; and set typed ''
    set -l answer (icccat __complete fish $before[2..-1] $typed 2>/dev/null)
    if test "$answer[1]" = files
        set -l option (string match -r '^--[^=]+=' -- $typed)
        for path in (__fish_complete_path (string replace -r '^--[^=]+=' '' -- $typed))
            echo "$option$path"
        end
    else if test (count $answer) -gt 1
        printf '%s\n' $answer[2..-1]
    end
end

complete -c icccat -f -k -a '(__icccat_complete)'
