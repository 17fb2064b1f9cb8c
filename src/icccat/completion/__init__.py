"""What a shell offers while a command is being typed.

The scripts that `icccat completion` prints call `icccat __complete SHELL …`, and `answer` answers:
`shells` tells how each shell asks and is answered, `quoting` reads a line as a shell does, `asked`
says what is wanted at its end, and the others know what there is: `choices` what is declared,
`catalogue` what the catalogue holds, `terms` what a query may say, `assignments` what `edit` may
set, `options` what a command takes. An answer comes quickly or not at all: nothing is imported,
read or built but for what is asked, and nothing is ever said of what goes wrong.
"""
