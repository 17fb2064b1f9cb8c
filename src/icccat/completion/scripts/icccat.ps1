# What PowerShell offers while a command of icccat is being typed, from a line in $PROFILE:
# icccat completion powershell | Out-String | Invoke-Expression
# icccat answers in lines, the first of which says of what: words as they are typed, as they are
# listed, and their hints; or files.

Register-ArgumentCompleter -Native -CommandName icccat -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $words = @(
        $commandAst.CommandElements |
            Select-Object -Skip 1 |
            Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
            ForEach-Object {
                if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
                    $_.Value
                } else {
                    $_.Extent.Text
                }
            }
    )
    $encoding = $null
    try {
        $encoding = [Console]::OutputEncoding
        [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
    } catch { } # where there is no console
    try {
        # older ones drop empty arguments, and quotation marks
        $env:ICCCAT_WORDS = ($words + "$wordToComplete") -join "`n"
        $answer = @(icccat __complete powershell 2>$null)
    } finally {
        Remove-Item Env:ICCCAT_WORDS -ErrorAction SilentlyContinue
        if ($encoding) { try { [Console]::OutputEncoding = $encoding } catch { } }
    }
    if ($answer.Count -eq 0 -or $answer[0] -eq 'files') {
        return # PowerShell then offers files itself
    }
    $answer | Select-Object -Skip 1 | ForEach-Object {
        $text, $listed, $hint = $_ -split "`t", 3
        [System.Management.Automation.CompletionResult]::new($text, $listed, 'ParameterValue', $hint)
    }
}
