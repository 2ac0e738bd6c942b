# What the Tab key completes of a command line of coach, in fish. The coach itself says what; it says
# it in the person's language.

function __coach_words
    set -l words (commandline --tokenize --cut-at-cursor --current-process)
    set -l said ($words[1] complete-words $words[2..-1] (commandline --current-token --cut-at-cursor) 2>/dev/null)
    if test "$said[1]" = :files
        __fish_complete_path (commandline --current-token --cut-at-cursor)
    else
        printf '%s\n' $said
    end
end

complete --command coach --no-files --keep-order --arguments '(__coach_words)'
