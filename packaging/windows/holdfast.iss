; UNTESTED recipe for Inno Setup 6: an installer for one user, without administrator's rights.
; ISCC.exe /DVersion=0.1.0 packaging\windows\holdfast.iss
#ifndef Version
  #define Version "0.0.0"
#endif

[Setup]
AppId={{6E9B3B0E-6C0B-4C34-9B55-0F7B8E0B6C11}
AppName=Holdfast
AppVersion={#Version}
AppPublisher=The Holdfast authors
DefaultDirName={autopf}\Holdfast
DefaultGroupName=Holdfast
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
OutputDir=..\..\.build\package
OutputBaseFilename=holdfast-{#Version}-setup
LicenseFile=..\..\LICENSE
UninstallDisplayIcon={app}\holdfast-desktop.exe
ChangesEnvironment=yes
CloseApplications=yes
Compression=lzma2
SolidCompression=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[Files]
Source: "..\..\.build\package\dist\holdfast\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Holdfast"; Filename: "{app}\holdfast-desktop.exe"; Parameters: "--show"

[Registry]
; The program writes this value itself when "Start with the session" is turned on; it goes with the program.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueName: "Holdfast"; ValueType: none; Flags: uninsdeletevalue dontcreatekey
; `holdfast` in a terminal.
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Check: NeedsPath

[Run]
Filename: "{app}\holdfast-desktop.exe"; Parameters: "--show"; Description: "{cm:LaunchProgram,Holdfast}"; Flags: nowait postinstall skipifsilent

[Code]
function NeedsPath: Boolean;
var
  Paths: String;
begin
  if not RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Paths) then
    Paths := '';
  Result := Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(Paths) + ';') = 0;
end;
