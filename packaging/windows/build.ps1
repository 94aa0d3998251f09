# UNTESTED recipe: the program's folder and its installer. On Windows 10 or newer, with Python 3.11 or newer and Inno Setup 6.
#
#     powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
$environment = ".build\package\venv"
if (-not (Test-Path "$environment\Scripts\python.exe")) { py -3 -m venv $environment }
& "$environment\Scripts\python.exe" -m pip install --quiet --upgrade ".[desktop]" "pyinstaller>=6.11,<7"
& "$environment\Scripts\python.exe" packaging\build.py --no-deb
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
$version = (& ".build\package\dist\holdfast\holdfast.exe" --version).Split(" ")[1]
& "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe" "/DVersion=$version" packaging\windows\holdfast.iss
