<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Holdfast</name>
    <message>
        <location filename="desktop/holdfast_desktop/application/passphrase.py"/>
        <source>Passphrase of the sealed file</source>
        <translation>Passphrase der versiegelten Datei</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/passphrase.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/passphrase.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <location filename="desktop/holdfast_desktop/widgets/states.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/passphrase.py"/>
        <source>This computer has no password store, so passphrases are kept in a sealed file.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, deshalb liegen Passphrasen in einer versiegelten Datei.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/passphrase.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/adopt.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Enter the passphrase.</source>
        <translation>Geben Sie die Passphrase ein.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/refusal.py"/>
        <source>Wait a little and start it again; if that does not help, end the other one or sign out.</source>
        <translation>Warten Sie einen Moment und starten Sie es erneut. Hilft das nicht, beenden Sie das andere Programm oder melden Sie sich ab.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/refusal.py"/>
        <source>Holdfast cannot start</source>
        <translation>Holdfast kann nicht starten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/refusal.py"/>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/refusal.py"/>
        <source>Holdfast runs already but does not answer.</source>
        <translation>Holdfast läuft bereits, antwortet aber nicht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/run.py"/>
        <source>Holdfast quits when its jobs are done</source>
        <translation>Holdfast wird beendet, sobald die Aufträge fertig sind</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/run.py"/>
        <source>To stay, quit once more and choose “Stay”.</source>
        <translation>Um zu bleiben, beenden Sie noch einmal und wählen „Bleiben“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>An empty folder becomes a new storage; one that restic or Holdfast made is adopted.</source>
        <translation>Ein leerer Ordner wird zum neuen Speicher; einer von restic oder Holdfast wird übernommen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Can be reached</source>
        <translation>Ist erreichbar</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>May write</source>
        <translation>Darf schreiben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>May read</source>
        <translation>Darf lesen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>May list</source>
        <translation>Darf auflisten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>May read parts of files</source>
        <translation>Darf Teile von Dateien lesen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>May delete</source>
        <translation>Darf löschen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Keeps old versions</source>
        <translation>Behält alte Versionen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Protects against deletion</source>
        <translation>Schützt vor dem Löschen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>The passphrase opens it</source>
        <translation>Die Passphrase öffnet ihn</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <source>Add a storage</source>
        <translation>Speicher hinzufügen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Where backups live: encrypted before they leave this computer.</source>
        <translation>Hier liegen die Sicherungen. Sie werden verschlüsselt, bevor sie diesen Computer verlassen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/models/files.py"/>
        <location filename="desktop/holdfast_desktop/models/new_sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/parts_card.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>A folder, best on another disk</source>
        <translation>Ein Ordner, am besten auf einem anderen Laufwerk</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>I have backups already: a new computer</source>
        <translation>Ich habe schon Sicherungen: ein neuer Computer</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Add storage</source>
        <translation>Speicher hinzufügen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Make a strong passphrase for me</source>
        <translation>Eine starke Passphrase für mich erzeugen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>I have one (also for a storage that exists)</source>
        <translation>Ich habe schon eine (auch für einen vorhandenen Speicher)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Save the recovery kit of {name}</source>
        <translation>Notfallblatt für {name} aufbewahren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/review.py"/>
        <source>Without this passphrase nobody can open the backups, not even you on a new computer. It is also in your password store.</source>
        <translation>Ohne diese Passphrase kann niemand die Sicherungen öffnen, auch Sie nicht an einem neuen Computer. Sie liegt außerdem in Ihrem Schlüsselbund.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Saved as {path}. Print it, or keep it away from this computer.</source>
        <translation>Gespeichert unter {path}. Drucken Sie es aus oder bewahren Sie es nicht auf diesem Computer auf.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>For example: Studio disk</source>
        <translation>Zum Beispiel: Platte im Studio</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Give the storage a name.</source>
        <translation>Geben Sie dem Speicher einen Namen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>This place cannot hold backups yet.</source>
        <translation>Dieser Ort kann noch keine Sicherungen aufnehmen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Save the kit or tick the line below the button first.</source>
        <translation>Speichern Sie zuerst das Notfallblatt oder setzen Sie den Haken unter der Schaltfläche.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>There is a storage with this name already.</source>
        <translation>Es gibt bereits einen Speicher mit diesem Namen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>cannot be told here</source>
        <translation>lässt sich hier nicht feststellen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Enter the passphrase, or let one be made.</source>
        <translation>Geben Sie die Passphrase ein oder lassen Sie eine erzeugen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/adopt.py"/>
        <source>The folder on the disk that Holdfast or restic wrote to.</source>
        <translation>Der Ordner auf dem Laufwerk, in den Holdfast oder restic geschrieben hat.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/adopt.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <source>I have backups already</source>
        <translation>Ich habe schon Sicherungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/adopt.py"/>
        <source>Say where they are and the passphrase of the storage. Sites, schedules and history come back; nothing is changed there.</source>
        <translation>Sagen Sie, wo sie liegen, und nennen Sie die Passphrase des Speichers. Websites, Zeitpläne und Verlauf kommen zurück; dort wird nichts geändert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/adopt.py"/>
        <source>Folder with the backups</source>
        <translation>Ordner mit den Sicherungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/adopt.py"/>
        <source>Passphrase, as in the recovery kit</source>
        <translation>Passphrase, wie auf dem Notfallblatt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/adopt.py"/>
        <source>Open them</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/adopt.py"/>
        <source>Opening the storage…</source>
        <translation>Speicher wird geöffnet…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/adopt.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Delete {n} backups</source>
        <extracomment>One: Delete {n} backup</extracomment>
        <translation>
            <numerusform>{n} Sicherung löschen</numerusform>
            <numerusform>{n} Sicherungen löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Delete {n} backups of {site}?</source>
        <extracomment>One: Delete {n} backup of {site}?</extracomment>
        <translation>
            <numerusform>{n} Sicherung von {site} löschen?</numerusform>
            <numerusform>{n} Sicherungen von {site} löschen?</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>This cannot be undone. Their space comes back with the next “Free space” of the storage.</source>
        <translation>Das lässt sich nicht rückgängig machen. Der Platz wird mit dem nächsten „Platz freigeben“ des Speichers frei.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/restore_parts.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>and {n} more</source>
        <extracomment>One: and {n} more</extracomment>
        <translation>
            <numerusform>und {n} weitere</numerusform>
            <numerusform>und {n} weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>{n} of them are marked to be kept forever.</source>
        <extracomment>One: {n} of them is marked to be kept forever.</extracomment>
        <translation>
            <numerusform>{n} davon soll für immer behalten werden.</numerusform>
            <numerusform>{n} davon sollen für immer behalten werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/bulk_result.py"/>
        <source>{good} of {n} sites went well.</source>
        <extracomment>One: {good} of {n} site went well.</extracomment>
        <translation>
            <numerusform>{good} von {n} Website war erfolgreich.</numerusform>
            <numerusform>{good} von {n} Websites waren erfolgreich.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/bulk_result.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <source>Back up all</source>
        <translation>Alle sichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/bulk_result.py"/>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <location filename="desktop/holdfast_desktop/pages/chosen_sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <source>Download newest</source>
        <translation>Neueste herunterladen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/bulk_result.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_rows.py"/>
        <source>Site</source>
        <translation>Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/bulk_result.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_rows.py"/>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/bulk_result.py"/>
        <source>Retry failed ({n})</source>
        <extracomment>One: Retry failed ({n})</extracomment>
        <translation>
            <numerusform>Fehlgeschlagene wiederholen ({n})</numerusform>
            <numerusform>Fehlgeschlagene wiederholen ({n})</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/bulk_result.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/proof.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_preview.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <location filename="desktop/holdfast_desktop/widgets/notice.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/bundle.py"/>
        <source>What the bundle holds</source>
        <translation>Inhalt des Diagnosepakets</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/bundle.py"/>
        <source>Passwords and keys are taken out, addresses and folders masked. Nothing is sent: you save it and hand it on.</source>
        <translation>Passwörter und Schlüssel sind entfernt, Adressen und Ordner unkenntlich gemacht. Es wird nichts gesendet: Sie speichern das Paket und geben es selbst weiter.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/bundle.py"/>
        <source>Files of the bundle</source>
        <translation>Dateien des Pakets</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/bundle.py"/>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/bundle.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>{n} files, {size}</source>
        <extracomment>One: {n} file, {size}</extracomment>
        <translation>
            <numerusform>{n} Datei, {size}</numerusform>
            <numerusform>{n} Dateien, {size}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/bundle.py"/>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <source>Added</source>
        <comment>file</comment>
        <translation>Neu</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <location filename="desktop/holdfast_desktop/models/files.py"/>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <location filename="desktop/holdfast_desktop/pages/point_picker.py"/>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <source>{n} added</source>
        <extracomment>One: {n} added</extracomment>
        <translation>
            <numerusform>{n} hinzugekommen</numerusform>
            <numerusform>{n} hinzugekommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <source>{n} removed</source>
        <extracomment>One: {n} removed</extracomment>
        <translation>
            <numerusform>{n} entfernt</numerusform>
            <numerusform>{n} entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <source>{n} changed</source>
        <extracomment>One: {n} changed</extracomment>
        <translation>
            <numerusform>{n} geändert</numerusform>
            <numerusform>{n} geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <source>{n} more changes are counted but not listed.</source>
        <extracomment>One: {n} more change is counted but not listed.</extracomment>
        <translation>
            <numerusform>{n} weitere Änderung ist gezählt, aber nicht aufgeführt.</numerusform>
            <numerusform>{n} weitere Änderungen sind gezählt, aber nicht aufgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <source>Rights or time</source>
        <translation>Rechte oder Zeit</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <source>Change</source>
        <comment>noun</comment>
        <translation>Änderung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <source>{more} more, {less} less</source>
        <translation>{more} mehr, {less} weniger</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/compare.py"/>
        <source>Nothing changed between these two.</source>
        <translation>Zwischen diesen beiden hat sich nichts geändert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <source>Edit {name}</source>
        <translation>{name} bearbeiten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <source>The backups stay as they are. Another place is tried first: it must hold the same storage.</source>
        <translation>Die Sicherungen bleiben, wie sie sind. Ein anderer Ort wird zuerst ausprobiert: Dort muss derselbe Speicher liegen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/place_fields.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/save_files.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/save_files.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/tags.py"/>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/place_fields.py"/>
        <source>Access key</source>
        <translation>Zugriffsschlüssel</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/place_fields.py"/>
        <source>Secret key</source>
        <translation>Geheimer Schlüssel</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/place_fields.py"/>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <source>Storage class</source>
        <translation>Speicherklasse</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Certificate authority of your own</source>
        <translation>Eigene Zertifizierungsstelle</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <source>Bucket name in the path</source>
        <translation>Bucket-Name im Pfad</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <source>As MinIO, Ceph and other servers of your own want it</source>
        <translation>Wie MinIO, Ceph und andere eigene Server es wollen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <source>Folder of the backups</source>
        <translation>Ordner der Sicherungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <source>as it is</source>
        <translation>wie bisher</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/place_fields.py"/>
        <source>often empty</source>
        <translation>oft leer</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <source>as the bucket has it</source>
        <translation>wie im Bucket eingestellt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Usually empty</source>
        <translation>Meistens leer</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <source>Say where it is.</source>
        <translation>Geben Sie an, wo er liegt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <source>A folder stays a folder and a bucket a bucket: add the other as a new storage.</source>
        <translation>Ein Ordner bleibt ein Ordner und ein Bucket ein Bucket: Fügen Sie den anderen als neuen Speicher hinzu.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/edit_storage.py"/>
        <source>Where it is now, when it was moved or is mounted elsewhere.</source>
        <translation>Wo er jetzt liegt, wenn er verschoben oder anders eingehängt wurde.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/go_to.py"/>
        <source>Go to anything</source>
        <translation>Überallhin gehen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/go_to.py"/>
        <source>A site, a page, an action, a setting…</source>
        <translation>Eine Website, eine Seite, eine Aktion, eine Einstellung…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/go_to.py"/>
        <source>Places</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/go_to.py"/>
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/install_picker.py"/>
        <source>Sites of the account</source>
        <translation>Websites des Kontos</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/install_picker.py"/>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/install_picker.py"/>
        <source>Mail when a backup is done, to</source>
        <translation>E-Mail nach jeder Sicherung an</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/install_picker.py"/>
        <source>WP Engine demands an address and sends a mail there after every backup.</source>
        <translation>WP Engine verlangt eine Adresse und schickt nach jeder Sicherung eine E-Mail dorthin.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/install_picker.py"/>
        <source>added already</source>
        <translation>schon hinzugefügt</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>{n} backups stay</source>
        <extracomment>One: {n} backup stays</extracomment>
        <translation>
            <numerusform>{n} Sicherung bleibt</numerusform>
            <numerusform>{n} Sicherungen bleiben</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>This looks like a mistake: the newest backup holds less than half of the files of one before.</source>
        <translation>Das sieht nach einem Versehen aus: Die neueste Sicherung enthält weniger als halb so viele Dateien wie eine frühere.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>This looks like a mistake: most backups would go at once.</source>
        <translation>Das sieht nach einem Versehen aus: Die meisten Sicherungen würden auf einmal gelöscht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>Save and remove</source>
        <translation>Speichern und löschen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>Save rule</source>
        <translation>Regel speichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>Backups that would be removed</source>
        <translation>Sicherungen, die gelöscht würden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>I have looked: this is what I want</source>
        <translation>Ich habe es geprüft: Genau das möchte ich</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>Days with a backup</source>
        <translation>Tage mit einer Sicherung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>Working out what would go now…</source>
        <translation>Es wird berechnet, was jetzt gelöscht würde…</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>{n} would be removed</source>
        <extracomment>One: {n} would be removed</extracomment>
        <translation>
            <numerusform>{n} würde gelöscht</numerusform>
            <numerusform>{n} würden gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>none would be removed</source>
        <translation>keine würde gelöscht</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>{n} sites have a rule of their own.</source>
        <extracomment>One: {n} site has a rule of its own.</extracomment>
        <translation>
            <numerusform>{n} Website hat eine eigene Regel.</numerusform>
            <numerusform>{n} Websites haben eine eigene Regel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>Save and remove {n} backups</source>
        <extracomment>One: Save and remove {n} backup</extracomment>
        <translation>
            <numerusform>Speichern und {n} Sicherung löschen</numerusform>
            <numerusform>Speichern und {n} Sicherungen löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>{n} backups would be there then, of a site that is backed up once a day from today on.</source>
        <extracomment>One: {n} backup would be there then, of a site that is backed up once a day from today on.</extracomment>
        <translation>
            <numerusform>{n} Sicherung wäre dann da, von einer Website, die ab heute einmal am Tag gesichert wird.</numerusform>
            <numerusform>{n} Sicherungen wären dann da, von einer Website, die ab heute einmal am Tag gesichert wird.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>What would go now is not known: {reason}</source>
        <translation>Was jetzt gelöscht würde, ist nicht bekannt: {reason}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>As it is now: filled days stay, crossed ones go.</source>
        <translation>Stand jetzt: Gefüllte Tage bleiben, durchgestrichene gehen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>Reading what is there…</source>
        <translation>Es wird gelesen, was dort ist…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <source>In a month</source>
        <translation>In einem Monat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/keeping.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <source>In a year</source>
        <translation>In einem Jahr</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/kit_card.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/kit_card.py"/>
        <source>Save recovery kit…</source>
        <translation>Notfallblatt speichern…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/kit_card.py"/>
        <source>I have put the passphrase in a safe place</source>
        <translation>Ich habe die Passphrase an einem sicheren Ort abgelegt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <source>{label} (optional)</source>
        <translation>{label} (optional)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>“{label}” is needed.</source>
        <translation>„{label}“ wird benötigt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <source>as the site does</source>
        <translation>wie es die Website vorgibt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <source>name = value, one a line</source>
        <translation>Name = Wert, je einer pro Zeile</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <source>“{text}” is no e-mail address.</source>
        <translation>„{text}“ ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>“{text}” is no time of day. Write it as 02:00.</source>
        <translation>„{text}“ ist keine Uhrzeit. Schreiben Sie sie als 02:00.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>A cron line has five fields, for example 0 3 * * *.</source>
        <translation>Eine Cron-Zeile hat fünf Felder, zum Beispiel 0 3 * * *.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <source>“{text}” lacks a “=”.</source>
        <translation>In „{text}“ fehlt ein „=“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/place_fields.py"/>
        <source>A disk or folder</source>
        <translation>Ein Laufwerk oder Ordner</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/place_fields.py"/>
        <source>An S3 bucket</source>
        <translation>Ein S3-Bucket</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/place_fields.py"/>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/place_fields.py"/>
        <source>Bucket and folder</source>
        <translation>Bucket und Ordner</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/place_fields.py"/>
        <source>Bucket name in the path (MinIO, Ceph)</source>
        <translation>Bucket-Name im Pfad (MinIO, Ceph)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/place_fields.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Choose a folder.</source>
        <translation>Wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/place_fields.py"/>
        <source>Say which bucket.</source>
        <translation>Geben Sie den Bucket an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/pages/point_picker.py"/>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>from 10:00</source>
        <translation>ab 10:00</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>Line of cron</source>
        <translation>Cron-Zeile</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_rows.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>Keep copies in</source>
        <translation>Kopien behalten in</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>Whenever you log in.</source>
        <translation>Jedes Mal, wenn Sie sich anmelden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>None that could be foretold.</source>
        <translation>Es lässt sich keiner vorhersagen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Change the schedule</source>
        <translation>Zeitplan ändern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>New schedule</source>
        <translation>Neuer Zeitplan</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Add schedule</source>
        <translation>Zeitplan hinzufügen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>Only for what is chosen</source>
        <translation>Nur für die Auswahl</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>Next five runs</source>
        <translation>Die nächsten fünf Läufe</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>Every site with the tag “{tag}”</source>
        <translation>Jede Website mit dem Schlagwort „{tag}“</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>So many of the newest stay, whenever they were made.</source>
        <translation>So viele der neuesten bleiben, egal wann sie angelegt wurden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>Of so many hours the last backup stays.</source>
        <translation>Von so vielen Stunden bleibt die jeweils letzte Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>Of so many days the last backup stays.</source>
        <translation>Von so vielen Tagen bleibt die jeweils letzte Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>Of so many weeks the last backup stays.</source>
        <translation>Von so vielen Wochen bleibt die jeweils letzte Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>Of so many months the last backup stays.</source>
        <translation>Von so vielen Monaten bleibt die jeweils letzte Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>Of so many years the last backup stays.</source>
        <translation>Von so vielen Jahren bleibt die jeweils letzte Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>The last</source>
        <translation>Die letzten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>Weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>Years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>All of the last</source>
        <translation>Alle der letzten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>for example 14d, 3m or 1y6m; empty: no such rule</source>
        <translation>zum Beispiel 14d, 3m oder 1y6m; leer: keine solche Regel</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>The rule holds more than this form shows; that stays as it is: {rule}</source>
        <translation>Die Regel enthält mehr, als dieses Formular zeigt; das bleibt, wie es ist: {rule}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>This rule would keep nothing. Let at least the last one stay.</source>
        <translation>Diese Regel würde nichts behalten. Lassen Sie wenigstens die letzte bleiben.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>Write a length of time in years, months, days and hours: 1y6m, 14d.</source>
        <translation>Schreiben Sie eine Zeitspanne in Jahren (y), Monaten (m), Tagen (d) und Stunden (h): 1y6m, 14d.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/policy_form.py"/>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/proof.py"/>
        <source>A drill restores a backup to a scratch place and looks whether everything arrived. It touches nothing of the site.</source>
        <translation>Eine Probe stellt eine Sicherung an einem temporären Ort wieder her und prüft, ob alles angekommen ist. Die Website bleibt unberührt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/proof.py"/>
        <source>How well is {site} proven?</source>
        <translation>Wie gut ist {site} erprobt?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/proof.py"/>
        <source>Drill now</source>
        <translation>Jetzt erproben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/proof.py"/>
        <source>Looking for its evidence…</source>
        <translation>Der Nachweis wird gesucht…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/proof.py"/>
        <source>It was never drilled.</source>
        <translation>Sie wurde noch nie erprobt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/proof.py"/>
        <source>What it looked at in detail is not kept any more.</source>
        <translation>Was dabei im Einzelnen geprüft wurde, ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>A backup was made</source>
        <translation>Eine Sicherung wurde angelegt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>A backup failed</source>
        <translation>Eine Sicherung ist fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>A restore is done</source>
        <translation>Eine Wiederherstellung ist fertig</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>A restore failed</source>
        <translation>Eine Wiederherstellung ist fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>A drill failed</source>
        <translation>Eine Probe ist fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Add a webhook</source>
        <translation>Webhook hinzufügen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Add a ping</source>
        <translation>Ping hinzufügen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Holdfast sends signed events to this address (Standard Webhooks), and tries again when it does not answer.</source>
        <translation>Holdfast sendet signierte Ereignisse an diese Adresse (Standard Webhooks) und versucht es erneut, wenn sie nicht antwortet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>A check that expects backups (Healthchecks and its kin) hears of start, success and failure. It warns when nothing comes.</source>
        <translation>Ein Wächter, der Sicherungen erwartet (wie Healthchecks), erfährt Beginn, Erfolg und Fehlschlag. Er warnt, wenn nichts kommt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Change {name}</source>
        <translation>{name} ändern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/models/new_sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>New address (empty: it stays at {host})</source>
        <translation>Neue Adresse (leer: bleibt {host})</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Certificate authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>{name} signs with this secret</source>
        <translation>{name} signiert mit diesem Geheimnis</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Copy it to the receiver now: it is not shown again. Holdfast keeps it in your password store.</source>
        <translation>Kopieren Sie es jetzt zum Empfänger: Es wird nicht noch einmal angezeigt. Holdfast bewahrt es in Ihrem Schlüsselbund auf.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Secret (empty: one is made and shown once)</source>
        <translation>Geheimnis (leer: Es wird eins erzeugt und einmal angezeigt)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>New secret (empty: it stays)</source>
        <translation>Neues Geheimnis (leer: bleibt)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>For example: Office</source>
        <translation>Zum Beispiel: Büro</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Of which site</source>
        <translation>Von welcher Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Empty: it stays</source>
        <translation>Leer: bleibt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Tell of</source>
        <translation>Melden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Give it a name.</source>
        <translation>Geben Sie ihm einen Namen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>There is one with this name already.</source>
        <translation>Es gibt schon einen mit diesem Namen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Enter the address.</source>
        <translation>Geben Sie die Adresse ein.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>Choose at least one event.</source>
        <translation>Wählen Sie mindestens ein Ereignis.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <location filename="desktop/holdfast_desktop/pages/pausing.py"/>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <source>All sites</source>
        <translation>Alle Websites</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>{n} backups build on them and cannot be restored any more:</source>
        <extracomment>One: {n} backup builds on them and cannot be restored any more:</extracomment>
        <translation>
            <numerusform>{n} Sicherung baut darauf auf und lässt sich dann nicht mehr wiederherstellen:</numerusform>
            <numerusform>{n} Sicherungen bauen darauf auf und lassen sich dann nicht mehr wiederherstellen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>Delete {n} backups on {site}?</source>
        <extracomment>One: Delete {n} backup on {site}?</extracomment>
        <translation>
            <numerusform>{n} Sicherung auf {site} löschen?</numerusform>
            <numerusform>{n} Sicherungen auf {site} löschen?</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>Back up {site}</source>
        <translation>{site} sichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>The site makes the backup itself.</source>
        <translation>Die Website legt die Sicherung selbst an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>Label (optional)</source>
        <translation>Bezeichnung (optional)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>Keep it</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>It is checked on the way: length, every byte of the archive, database and settings.</source>
        <translation>Unterwegs wird geprüft: Länge, jedes Byte des Archivs, Datenbank und Einstellungen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>To a folder, as the archive that the site made</source>
        <translation>In einen Ordner, als Archiv, wie die Website es angelegt hat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>Into a storage of yours, unpacked</source>
        <translation>In einen Ihrer Speicher, entpackt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/wording/doctor.py"/>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>before the update of the shop</source>
        <translation>vor dem Update des Shops</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>Only on the site</source>
        <translation>Nur auf der Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>On the site, and in {storage}</source>
        <translation>Auf der Website und in {storage}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>In a storage of yours it is unpacked: daily archives share what did not change.</source>
        <translation>In einem Ihrer Speicher wird es entpackt: Tägliche Archive teilen sich, was gleich geblieben ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/chosen_sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>The site deletes them; this cannot be undone. Copies in your storages stay.</source>
        <translation>Die Website löscht sie; das lässt sich nicht rückgängig machen. Kopien in Ihren Speichern bleiben.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>There daily archives share the room of what did not change.</source>
        <translation>Tägliche Archive teilen sich dort den Platz für alles, was gleich geblieben ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <source>One page to send or print: what was backed up, what was proven, and what went wrong.</source>
        <translation>Eine Seite zum Verschicken oder Drucken: was gesichert und erprobt wurde und was schiefging.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <source>Monthly report</source>
        <translation>Monatsbericht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <source>Open report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <source>Make report</source>
        <translation>Bericht anlegen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <source>Where to put the report</source>
        <translation>Wohin mit dem Bericht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <source>Writing the report…</source>
        <translation>Bericht wird geschrieben…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <source>There is no site yet.</source>
        <translation>Es gibt noch keine Website.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <source>Written: {file}</source>
        <translation>Geschrieben: {file}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/report.py"/>
        <source>All sites of {client}</source>
        <translation>Alle Websites von {client}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>{host} becomes what it was on {when}</source>
        <translation>{host} wird wieder so, wie es am {when} war</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <source>Restore {site}</source>
        <translation>{site} wiederherstellen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_rows.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/restore_preview.py"/>
        <source>Into {target}</source>
        <translation>Nach {target}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>What comes back: {what}.</source>
        <translation>Was zurückkommt: {what}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Step {n} of {all}</source>
        <translation>Schritt {n} von {all}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Restore on the site</source>
        <translation>Auf der Website wiederherstellen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>The whole backup is downloaded as an archive: {size}.</source>
        <translation>Die ganze Sicherung wird als Archiv heruntergeladen: {size}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>The site itself is not touched.</source>
        <translation>Die Website selbst bleibt unberührt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Files that are not in the backup are removed.</source>
        <translation>Dateien, die nicht in der Sicherung sind, werden entfernt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>A safety backup is made first.</source>
        <translation>Zuerst wird eine Sicherheitskopie angelegt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>No safety backup is made: this cannot be undone with one click.</source>
        <translation>Es wird keine Sicherheitskopie angelegt: Das lässt sich dann nicht mit einem Klick rückgängig machen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_parts.py"/>
        <source>Everything in the backup</source>
        <translation>Alles aus der Sicherung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_parts.py"/>
        <source>Parts of the site</source>
        <translation>Teile der Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_parts.py"/>
        <source>Single files and folders</source>
        <translation>Einzelne Dateien und Ordner</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/restore_parts.py"/>
        <source>The {n} chosen files and folders</source>
        <extracomment>One: The chosen file</extracomment>
        <translation>
            <numerusform>Die ausgewählte Datei</numerusform>
            <numerusform>Die {n} ausgewählten Dateien und Ordner</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_parts.py"/>
        <source>This service restores a backup as a whole: its parts cannot be chosen.</source>
        <translation>Dieser Dienst stellt eine Sicherung nur im Ganzen wieder her: Teile davon lassen sich nicht auswählen.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/restore_parts.py"/>
        <source>{n} chosen files and folders</source>
        <extracomment>One: {n} chosen file or folder</extracomment>
        <translation>
            <numerusform>{n} ausgewählte Datei oder ein Ordner</numerusform>
            <numerusform>{n} ausgewählte Dateien und Ordner</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_parts.py"/>
        <source>everything in the backup</source>
        <translation>alles aus der Sicherung</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/restore_parts.py"/>
        <source>{n} files and folders chosen</source>
        <extracomment>One: {n} file or folder chosen</extracomment>
        <translation>
            <numerusform>{n} Datei oder Ordner ausgewählt</numerusform>
            <numerusform>{n} Dateien und Ordner ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_parts.py"/>
        <source>Nothing chosen yet</source>
        <translation>Noch nichts ausgewählt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_preview.py"/>
        <source>Files that are there already</source>
        <translation>Dateien, die schon da sind</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_preview.py"/>
        <source>Remove files that are not in the backup</source>
        <translation>Dateien entfernen, die nicht in der Sicherung sind</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_preview.py"/>
        <source>Without this tick, files made after the backup stay where they are: also those of plugins added since.</source>
        <translation>Ohne diesen Haken bleiben Dateien, die nach der Sicherung entstanden sind, wo sie sind: auch die von seither hinzugefügten Plugins.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_preview.py"/>
        <source>Make a safety backup first</source>
        <translation>Zuerst eine Sicherheitskopie anlegen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_preview.py"/>
        <source>The restore begins only when it went well, and can be undone with it.</source>
        <translation>Die Wiederherstellung beginnt nur, wenn sie gelungen ist, und lässt sich mit ihr rückgängig machen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_preview.py"/>
        <source>Looking at what is there…</source>
        <translation>Es wird nachgesehen, was dort ist…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_preview.py"/>
        <source>Type the name of the site to go on: {site}</source>
        <translation>Geben Sie zum Fortfahren den Namen der Website ein: {site}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_preview.py"/>
        <source>Replace files that differ</source>
        <translation>Dateien ersetzen, die abweichen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_preview.py"/>
        <source>Replace only files older than the backup's</source>
        <translation>Nur Dateien ersetzen, die älter sind als in der Sicherung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_preview.py"/>
        <source>Never replace, only add what is missing</source>
        <translation>Nie ersetzen, nur Fehlendes hinzufügen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_preview.py"/>
        <source>Write every file anew</source>
        <translation>Jede Datei neu schreiben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_rules.py"/>
        <source>Single files cannot be chosen through this service: keep the backup in a storage of yours first.</source>
        <translation>Einzelne Dateien lassen sich über diesen Dienst nicht auswählen: Bewahren Sie die Sicherung zuerst in einem Ihrer Speicher auf.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_rules.py"/>
        <source>A download through this service is always the whole backup.</source>
        <translation>Ein Download über diesen Dienst ist immer die ganze Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_rules.py"/>
        <source>This service restores over the live site only.</source>
        <translation>Dieser Dienst stellt nur über die laufende Website wieder her.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_rules.py"/>
        <source>Single files cannot be restored through this service, only saved to a folder.</source>
        <translation>Einzelne Dateien lassen sich über diesen Dienst nicht wiederherstellen, nur in einen Ordner speichern.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_rules.py"/>
        <source>The site itself does not have this backup any more.</source>
        <translation>Die Website selbst hat diese Sicherung nicht mehr.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_rules.py"/>
        <source>A site of this computer has no staging site. A local test copy serves the same.</source>
        <translation>Eine Website auf diesem Computer hat keine Staging-Website. Eine lokale Testkopie erfüllt denselben Zweck.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_rules.py"/>
        <source>This backup is on the site only. Download it into a storage of yours first, then it can be copied.</source>
        <translation>Diese Sicherung liegt nur auf der Website. Laden Sie sie zuerst in einen Ihrer Speicher herunter, dann lässt sie sich kopieren.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_rules.py"/>
        <source>The folder of this site is not known on this computer.</source>
        <translation>Der Ordner dieser Website ist auf diesem Computer nicht bekannt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <source>Files and database in {path} become what they were.</source>
        <translation>Dateien und Datenbank in {path} werden wieder so, wie sie waren.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <source>The site restores itself through its service. Visitors may see a maintenance page meanwhile.</source>
        <translation>Die Website stellt sich über ihren Dienst selbst wieder her. Besucher sehen währenddessen vielleicht eine Wartungsseite.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <source>Folder to restore to</source>
        <translation>Ordner für die Wiederherstellung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <source>Folder of the test copy</source>
        <translation>Ordner der Testkopie</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <source>Database of the test copy</source>
        <translation>Datenbank der Testkopie</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <source>Empty: the database comes as files. Or mysql://USER@localhost/NAME</source>
        <translation>Leer: Die Datenbank kommt als Dateien. Oder mysql://USER@localhost/NAME</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <source>Password of that database</source>
        <translation>Passwort dieser Datenbank</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <source>The service's word for the staging site</source>
        <translation>So nennt der Dienst die Staging-Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <source>Download to a folder</source>
        <translation>In einen Ordner herunterladen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <source>The site itself stays as it is.</source>
        <translation>Die Website selbst bleibt, wie sie ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <source>Local test copy</source>
        <translation>Lokale Testkopie</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <source>To look at and try out. Its wp-config.php is changed so that the copy cannot write into the live database: without one of its own, below, it names one that does not exist.</source>
        <translation>Zum Ansehen und Ausprobieren. Ihre wp-config.php wird so geändert, dass die Kopie nicht in die laufende Datenbank schreiben kann: Ohne eigene Datenbank (unten) steht dort eine, die es nicht gibt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <source>Staging site</source>
        <translation>Staging-Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <source>The live site stays as it is.</source>
        <translation>Die laufende Website bleibt, wie sie ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore_target.py"/>
        <source>Over the live site</source>
        <translation>Über die laufende Website</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/save_files.py"/>
        <source>{names} and {n} more</source>
        <extracomment>One: {names} and {n} more</extracomment>
        <translation>
            <numerusform>{names} und {n} weiteres</numerusform>
            <numerusform>{names} und {n} weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/save_files.py"/>
        <source>Save {n} chosen items</source>
        <extracomment>One: Save {n} chosen item</extracomment>
        <translation>
            <numerusform>{n} ausgewähltes Element speichern</numerusform>
            <numerusform>{n} ausgewählte Elemente speichern</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/save_files.py"/>
        <source>Save to</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/save_files.py"/>
        <source>As they are, into a folder</source>
        <translation>Unverändert, in einen Ordner</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/save_files.py"/>
        <source>Packed into one .zip</source>
        <translation>Gepackt in eine .zip-Datei</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/save_files.py"/>
        <source>Packed into one .tar.zst (smaller)</source>
        <translation>Gepackt in eine .tar.zst-Datei (kleiner)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/save_files.py"/>
        <source>Folders above the chosen items come with them, so that nothing is mixed up.</source>
        <translation>Die übergeordneten Ordner kommen mit, damit nichts durcheinandergerät.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_section.py"/>
        <source>Asking the site…</source>
        <translation>Die Website wird gefragt…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>Webhook of {site}</source>
        <translation>Webhook von {site}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>The site tells an address of yours when something happened. It keeps no list that could be shown here: mind doubles.</source>
        <translation>Die Website meldet einer Adresse von Ihnen, wenn etwas geschehen ist. Sie führt keine Liste, die sich hier zeigen ließe: Achten Sie auf Doppelte.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>Address to tell</source>
        <translation>Adresse, die es erfährt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>Secret that signs what it tells</source>
        <translation>Geheimnis, mit dem die Meldung signiert wird</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>Add webhook</source>
        <translation>Webhook hinzufügen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>The address begins with https://.</source>
        <translation>Die Adresse beginnt mit https://.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>The secret needs 16 characters at least.</source>
        <translation>Das Geheimnis braucht mindestens 16 Zeichen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sheet.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <source>Sign in to {site} again</source>
        <translation>Erneut bei {site} anmelden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <source>It is tried on the site; only what works is stored.</source>
        <translation>Die Anmeldung wird auf der Website ausprobiert; nur was funktioniert, wird gespeichert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <source>Try and store</source>
        <translation>Ausprobieren und speichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <source>Waiting for you to approve Holdfast in the browser…</source>
        <translation>Bitte geben Sie Holdfast im Browser frei…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Trying the sign-in…</source>
        <translation>Anmeldung wird geprüft…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <source>Open the browser</source>
        <translation>Browser öffnen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>Check {name}</source>
        <translation>{name} prüfen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>Nothing is changed there. Other backups can be made meanwhile.</source>
        <translation>Dort wird nichts geändert. Währenddessen können andere Sicherungen entstehen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>How much of it</source>
        <translation>Wie gründlich</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>Is everything there?</source>
        <translation>Ist alles da?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>Lists and folders are read, files are counted. Minutes at most.</source>
        <translation>Listen und Ordner werden gelesen, Dateien gezählt. Höchstens Minuten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>Read a part of the files as well</source>
        <translation>Auch einen Teil der Dateien lesen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>Chosen so that all are read in turn.</source>
        <translation>So gewählt, dass der Reihe nach alle gelesen werden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>All {size} are read.</source>
        <translation>Alle {size} werden gelesen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>All of it is read.</source>
        <translation>Alles wird gelesen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>They are downloaded, which may cost money and take hours.</source>
        <translation>Sie werden heruntergeladen; das kann Geld kosten und Stunden dauern.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>That may take a while.</source>
        <translation>Das kann eine Weile dauern.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>Read everything</source>
        <translation>Alles lesen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>Drill a backup in {name}</source>
        <translation>Eine Sicherung in {name} erproben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>It is really restored to a scratch place on this computer, looked at, and removed again. The site is not touched.</source>
        <translation>Sie wird tatsächlich an einem temporären Ort auf diesem Computer wiederhergestellt, angesehen und wieder entfernt. Die Website bleibt unberührt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>Who uses {name}</source>
        <translation>Wer {name} benutzt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>A computer that works there leaves a lock, so that two do not change the same thing. It goes when the work is done.</source>
        <translation>Ein Computer, der dort arbeitet, hinterlässt eine Sperre, damit nicht zwei dasselbe ändern. Sie verschwindet, wenn die Arbeit getan ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <location filename="desktop/holdfast_desktop/pages/add_many.py"/>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <location filename="desktop/holdfast_desktop/pages/why_card.py"/>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>No other computer works on it now</source>
        <translation>Kein anderer Computer arbeitet jetzt daran</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>Remove lock</source>
        <translation>Sperre entfernen</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>Remove {n} locks</source>
        <extracomment>One: Remove {n} lock</extracomment>
        <translation>
            <numerusform>{n} Sperre entfernen</numerusform>
            <numerusform>{n} Sperren entfernen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>since {time}</source>
        <translation>seit {time}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>process {n}</source>
        <translation>Prozess {n}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>alone</source>
        <translation>allein</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/review.py"/>
        <source>Recovery kit of {name}</source>
        <translation>Notfallblatt für {name}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>A page that says where the backups are, which key opens them, and how to restore with restic alone. Keep it on paper.</source>
        <translation>Ein Blatt, auf dem steht, wo die Sicherungen liegen, welcher Schlüssel sie öffnet und wie man mit restic allein wiederherstellt. Bewahren Sie es auf Papier auf.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>With the passphrase on it</source>
        <translation>Mit der Passphrase darauf</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/chosen_sites.py"/>
        <source>Drill</source>
        <translation>Erproben</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>{n} locks are there</source>
        <extracomment>One: {n} lock is there</extracomment>
        <translation>
            <numerusform>{n} Sperre ist da</numerusform>
            <numerusform>{n} Sperren sind da</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>Nobody: there is no lock, and work can go on.</source>
        <translation>Niemand: Es gibt keine Sperre, und die Arbeit kann weitergehen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>Whoever has that page can read all backups. Without it the passphrase must be elsewhere.</source>
        <translation>Wer dieses Blatt hat, kann alle Sicherungen lesen. Ohne sie muss die Passphrase anderswo liegen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>Open to print</source>
        <translation>Zum Drucken öffnen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>{n} % ({size})</source>
        <translation>{n} % ({size})</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_care.py"/>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>Passphrases of {name}</source>
        <translation>Passphrasen von {name}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>Each of them opens all backups there: one for this computer, perhaps one for a colleague and one for the safe.</source>
        <translation>Jede von ihnen öffnet alle Sicherungen dort: eine für diesen Computer, vielleicht eine für eine Kollegin und eine für den Tresor.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>Add passphrase…</source>
        <translation>Passphrase hinzufügen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>Change the one in use…</source>
        <translation>Die benutzte ändern…</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>{n} passphrases open it</source>
        <extracomment>One: {n} passphrase opens it</extracomment>
        <translation>
            <numerusform>{n} Passphrase öffnet ihn</numerusform>
            <numerusform>{n} Passphrasen öffnen ihn</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>at an unknown time</source>
        <translation>zu unbekannter Zeit</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>In use by Holdfast here</source>
        <translation>Hier von Holdfast benutzt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>Another passphrase</source>
        <translation>Eine andere Passphrase</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>Take this passphrase away</source>
        <translation>Diese Passphrase entfernen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>made by {who}, {when} · {id}</source>
        <translation>angelegt von {who}, {when} · {id}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>Make one for me</source>
        <translation>Eine für mich erzeugen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>Take at least {n} characters: several words are easy to type.</source>
        <translation>Nehmen Sie mindestens {n} Zeichen: Mehrere Wörter sind leicht zu tippen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/storage_keys.py"/>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/tags.py"/>
        <source>Schedules and reports can be for all sites with a tag.</source>
        <translation>Zeitpläne und Berichte können für alle Websites mit einem Schlagwort gelten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/tags.py"/>
        <source>New tags, with commas</source>
        <translation>Neue Schlagwörter, mit Kommas</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/tags.py"/>
        <source>shop, mitte</source>
        <translation>shop, mitte</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/tags.py"/>
        <source>No site has a tag yet.</source>
        <translation>Noch keine Website hat ein Schlagwort.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>Pause of</source>
        <translation>Pause von</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>sign in again</source>
        <translation>erneut anmelden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>enter its passphrase</source>
        <translation>Passphrase eingeben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>enter the secret of its access key</source>
        <translation>Geheimnis des Zugriffsschlüssels eingeben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>enter the password of its database, if it has one</source>
        <translation>Passwort der Datenbank eingeben, falls sie eines hat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>enter its address again, and a webhook's secret (Settings, Notifications)</source>
        <translation>Adresse neu eingeben, bei einem Webhook auch das Geheimnis (Einstellungen, Benachrichtigungen)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>say where its folder is on this computer</source>
        <translation>angeben, wo der Ordner auf diesem Computer liegt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>From {computer}, {when}.</source>
        <translation>Von {computer}, {when}.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>Bring in {n} things</source>
        <extracomment>One: Bring in {n} thing</extracomment>
        <translation>
            <numerusform>{n} Eintrag übernehmen</numerusform>
            <numerusform>{n} Einträge übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>To be done by you, since secrets do not travel:</source>
        <translation>Das bleibt für Sie zu tun, denn Geheimnisse reisen nicht mit:</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>changes: {fields}</source>
        <translation>ändert: {fields}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>Nothing new: all of it is here already.</source>
        <translation>Nichts Neues: Alles ist schon hier.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>{n} runs of the history</source>
        <extracomment>One: {n} run of the history</extracomment>
        <translation>
            <numerusform>{n} Lauf des Verlaufs</numerusform>
            <numerusform>{n} Läufe des Verlaufs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>{n} things stay as they are here</source>
        <extracomment>One: {n} thing stays as it is here</extracomment>
        <translation>
            <numerusform>{n} Eintrag bleibt, wie er hier ist</numerusform>
            <numerusform>{n} Einträge bleiben, wie sie hier sind</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/taken.py"/>
        <source>Nothing that is here is removed.</source>
        <translation>Von dem, was hier ist, wird nichts entfernt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Go to anything: sites, pages, actions, settings</source>
        <translation>Überallhin gehen: Websites, Seiten, Aktionen, Einstellungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Go to a page</source>
        <translation>Zu einer Seite gehen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Back / forward</source>
        <translation>Zurück / vorwärts</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <source>Add a site</source>
        <translation>Website hinzufügen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Back up the selection</source>
        <translation>Auswahl sichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <source>Restore…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Download the selected files</source>
        <translation>Ausgewählte Dateien herunterladen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Compare the two selected backups</source>
        <translation>Die beiden ausgewählten Sicherungen vergleichen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Preview / open</source>
        <translation>Vorschau / öffnen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Rename / delete, with a preview</source>
        <translation>Umbenennen / löschen, mit Vorschau</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Search in the page</source>
        <translation>Auf der Seite suchen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <source>Pause or resume the schedules</source>
        <translation>Zeitpläne anhalten oder fortsetzen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Open or close the jobs</source>
        <translation>Aufträge öffnen oder schließen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Cancel the job that has the keyboard</source>
        <translation>Den Auftrag abbrechen, der den Tastaturfokus hat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Close a panel; jobs go on</source>
        <translation>Einen Bereich schließen; Aufträge laufen weiter</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Menu of what is selected</source>
        <translation>Menü der Auswahl</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Close the window / quit</source>
        <translation>Fenster schließen / beenden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/archives.py"/>
        <source>Where does the other program drop its archives?</source>
        <translation>Wohin legt das andere Programm seine Archive?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/archives.py"/>
        <source>Folder with the archives</source>
        <translation>Ordner mit den Archiven</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/archives.py"/>
        <source>Zip and tar files of UpdraftPlus, Duplicator and others. What is new there is taken into your storage; the files themselves stay as they are. Also good for a folder of old archives.</source>
        <translation>Zip- und Tar-Dateien von UpdraftPlus, Duplicator und anderen. Was dort neu ist, wird in Ihren Speicher übernommen; die Dateien selbst bleiben, wie sie sind. Auch für einen Ordner mit alten Archiven geeignet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/installs.py"/>
        <source>Tick the sites that Holdfast shall look after.</source>
        <translation>Wählen Sie die Websites aus, um die Holdfast sich kümmern soll.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/installs.py"/>
        <source>Tick at least one site.</source>
        <translation>Wählen Sie mindestens eine Website aus.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/installs.py"/>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Give at least one e-mail address.</source>
        <translation>Geben Sie mindestens eine E-Mail-Adresse an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>All are looked at at once. What cannot be added now stays here with its reason.</source>
        <translation>Alle werden zugleich untersucht. Was sich jetzt nicht hinzufügen lässt, bleibt mit dem Grund hier stehen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>Addresses, one on each line</source>
        <translation>Adressen, je eine pro Zeile</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>Find all</source>
        <translation>Alle suchen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>From a file…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>Addresses or folders, one on each line</source>
        <translation>Adressen oder Ordner, je einer pro Zeile</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>A file: CSV with name, url, user, password, or a list exported from MainWP.</source>
        <translation>Eine Datei: CSV mit name, url, user, password oder eine aus MainWP exportierte Liste.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>Sites to add</source>
        <translation>Hinzuzufügende Websites</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>Try again what failed</source>
        <translation>Fehlgeschlagene erneut versuchen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/parts_card.py"/>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>Not this one now</source>
        <translation>Diese jetzt nicht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>Each site is signed in and added in its turn. One that fails stops no other.</source>
        <translation>Jede Website wird der Reihe nach angemeldet und hinzugefügt. Eine, bei der das misslingt, hält keine andere auf.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>A list of sites</source>
        <translation>Eine Liste von Websites</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>Lists (*.csv *.txt *.tsv)</source>
        <translation>Listen (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>Paste some addresses, or choose a file.</source>
        <translation>Fügen Sie einige Adressen ein oder wählen Sie eine Datei.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>Some are still being looked at.</source>
        <translation>Einige werden noch untersucht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>None of them can be added. The reasons stand in the table.</source>
        <translation>Keine davon lässt sich hinzufügen. Die Gründe stehen in der Tabelle.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>The name {name} is there twice. Press F2 in the table to change one.</source>
        <translation>Der Name {name} kommt zweimal vor. Drücken Sie in der Tabelle F2, um einen zu ändern.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>{done} of {n} sites added</source>
        <extracomment>One: {done} of {n} site added</extracomment>
        <translation>
            <numerusform>{done} von {n} Website hinzugefügt</numerusform>
            <numerusform>{done} von {n} Websites hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/wizard/many.py"/>
        <source>{ready} of {n} sites can be added</source>
        <extracomment>One: {ready} of {n} site can be added</extracomment>
        <translation>
            <numerusform>{ready} von {n} Website kann hinzugefügt werden</numerusform>
            <numerusform>{ready} von {n} Websites können hinzugefügt werden</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>What is backed up, and where it goes.</source>
        <translation>Was gesichert wird und wohin.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Name in Holdfast</source>
        <translation>Name in Holdfast</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Bucket or other…</source>
        <translation>Bucket oder anderes…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Keep its backups in</source>
        <translation>Sicherungen speichern in</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Use a passphrase of my own; otherwise a strong one is made</source>
        <translation>Eine eigene Passphrase verwenden; sonst wird eine starke erzeugt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Passphrase; also that of a storage that is there already</source>
        <translation>Passphrase; auch die eines schon vorhandenen Speichers</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>As found in the site</source>
        <translation>Wie in der Website eingetragen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Another one…</source>
        <translation>Eine andere…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Address of the database</source>
        <translation>Adresse der Datenbank</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Password of the database</source>
        <translation>Passwort der Datenbank</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <location filename="desktop/holdfast_desktop/wording/doctor.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Folder for backups</source>
        <translation>Ordner für Sicherungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>{size} to back up</source>
        <translation>{size} zu sichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>{size} free there</source>
        <translation>{size} dort frei</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>Give the site a name.</source>
        <translation>Geben Sie der Website einen Namen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>There is a site with this name already.</source>
        <translation>Es gibt bereits eine Website mit diesem Namen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Say which database, or choose another line above.</source>
        <translation>Geben Sie die Datenbank an oder wählen Sie oben eine andere Zeile.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Only on the site itself</source>
        <translation>Nur auf der Website selbst</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>A new storage in a folder</source>
        <translation>Ein neuer Speicher in einem Ordner</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Folder for backups, best on another disk</source>
        <translation>Ordner für Sicherungen, am besten auf einem anderen Laufwerk</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>{what} – saves {size}</source>
        <translation>{what} – spart {size}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>{whole}, {saved} left out</source>
        <translation>{whole}, {saved} ausgelassen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/place.py"/>
        <source>Everything that the site's own service backs up: database and files.</source>
        <translation>Alles, was der Dienst der Website selbst sichert: Datenbank und Dateien.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/review.py"/>
        <source>This is what will be done.</source>
        <translation>Das wird getan.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/review.py"/>
        <source>Start the first backup now</source>
        <translation>Erste Sicherung gleich starten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/review.py"/>
        <source>Save the recovery kit, or tick the line below it first.</source>
        <translation>Speichern Sie zuerst das Notfallblatt oder setzen Sie den Haken darunter.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>Sign in to {system}. It is tried at once; nothing is stored before the end.</source>
        <translation>Bei {system} anmelden. Das wird sofort ausprobiert; gespeichert wird erst am Ende.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>Open that page</source>
        <translation>Diese Seite öffnen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Application password</source>
        <translation>Anwendungspasswort</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>Code of the second factor</source>
        <translation>Code des zweiten Faktors</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>Send the password although the site has no https</source>
        <translation>Passwort senden, obwohl die Website kein https hat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>Sign in to {system}. It is tried at once.</source>
        <translation>Bei {system} anmelden. Das wird sofort ausprobiert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>The password goes into your password store and nowhere else: {place}.</source>
        <translation>Das Passwort kommt in Ihren Schlüsselbund und sonst nirgendwohin: {place}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>With the stored account {account}</source>
        <translation>Mit dem gespeicherten Konto {account}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <location filename="desktop/holdfast_desktop/pages/add_many.py"/>
        <source>a folder of files</source>
        <translation>ein Ordner mit Dateien</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Type the address of a site, or choose the folder that it lies in.</source>
        <translation>Geben Sie die Adresse einer Website ein oder wählen Sie den Ordner, in dem sie liegt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Address or folder</source>
        <translation>Adresse oder Ordner</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Choose a folder…</source>
        <translation>Ordner auswählen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>A bare name is enough. Holdfast looks for what can be backed up there and signs in nowhere.</source>
        <translation>Der bloße Name genügt. Holdfast sucht, was sich dort sichern lässt, und meldet sich nirgends an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Found on this computer</source>
        <translation>Auf diesem Computer gefunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Several sites at once, or a list from a file</source>
        <translation>Mehrere Websites auf einmal oder eine Liste aus einer Datei</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>My sites are at WP Engine</source>
        <translation>Meine Websites sind bei WP Engine</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>A plugin drops archives in a folder or bucket</source>
        <translation>Ein Plugin legt Archive in einem Ordner oder Bucket ab</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>{n} sites found on this computer</source>
        <extracomment>One: {n} site found on this computer</extracomment>
        <translation>
            <numerusform>{n} Website auf diesem Computer gefunden</numerusform>
            <numerusform>{n} Websites auf diesem Computer gefunden</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Found: {kind}</source>
        <translation>Gefunden: {kind}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>The site answers slowly. It is given half a minute.</source>
        <translation>Die Website antwortet langsam. Sie bekommt eine halbe Minute Zeit.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Folder of the site</source>
        <translation>Ordner der Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>yoga-mitte.example, or a folder of this computer</source>
        <translation>yoga-mitte.example oder ein Ordner auf diesem Computer</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Type the address of a site, or choose a folder.</source>
        <translation>Geben Sie die Adresse einer Website ein oder wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Looking at {address}…</source>
        <translation>{address} wird untersucht…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Database answers</source>
        <translation>Datenbank antwortet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Database does not answer</source>
        <translation>Datenbank antwortet nicht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <location filename="desktop/holdfast_desktop/pages/add_many.py"/>
        <source>WordPress {version}</source>
        <translation>WordPress {version}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Or:</source>
        <translation>Oder:</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Has a database</source>
        <translation>Hat eine Datenbank</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>No database found</source>
        <translation>Keine Datenbank gefunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/summary.py"/>
        <source>{name} is added: a folder on this computer.</source>
        <translation>{name} wird hinzugefügt: ein Ordner auf diesem Computer.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/wizard/summary.py"/>
        <source>{n} sites are added.</source>
        <extracomment>One: {n} site is added.</extracomment>
        <translation>
            <numerusform>{n} Website ist hinzugefügt.</numerusform>
            <numerusform>{n} Websites sind hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/summary.py"/>
        <source>{name} is added, backed up by {system}.</source>
        <translation>{name} wird hinzugefügt und von {system} gesichert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/summary.py"/>
        <source>{name} is added: archives of another program.</source>
        <translation>{name} wird hinzugefügt: Archive eines anderen Programms.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/summary.py"/>
        <source>When: {when}.</source>
        <translation>Wann: {when}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/summary.py"/>
        <source>Its backups stay on the site itself.</source>
        <translation>Die Sicherungen bleiben auf der Website selbst.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/summary.py"/>
        <source>Its backups are kept in {storage}, encrypted.</source>
        <translation>Die Sicherungen werden verschlüsselt in {storage} aufbewahrt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/summary.py"/>
        <source>{keep}.</source>
        <translation>{keep}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/summary.py"/>
        <source>Left out: {list}.</source>
        <translation>Ausgelassen: {list}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/summary.py"/>
        <source>Nothing is left out.</source>
        <translation>Nichts wird ausgelassen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <source>When backups are made, and how long they stay.</source>
        <translation>Wann Sicherungen entstehen und wie lange sie bleiben.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <source>Day of the week</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <source>Cron expression</source>
        <translation>Cron-Ausdruck</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <source>What was missed is made up for. Not on metered networks, nor on a battery that is low; Settings change that.</source>
        <translation>Versäumtes wird nachgeholt. Nicht in getakteten Netzen und nicht bei schwachem Akku; das lässt sich in den Einstellungen ändern.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <source>What will exist</source>
        <translation>Was es geben wird</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>How long backups stay</source>
        <translation>Wie lange Sicherungen bleiben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Once a day when this computer is on, from 10:00</source>
        <translation>Einmal am Tag, wenn dieser Computer an ist, ab 10:00</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <source>Every day at a fixed time</source>
        <translation>Täglich zu einer festen Uhrzeit</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Every six hours</source>
        <translation>Alle sechs Stunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <source>Each time that I log in</source>
        <translation>Jedes Mal, wenn ich mich anmelde</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <source>By a cron expression</source>
        <translation>Nach einem Cron-Ausdruck</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <source>Only when I say so</source>
        <translation>Nur, wenn ich es sage</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <source>Write the time of day as hours and minutes, for example 22:00.</source>
        <translation>Schreiben Sie die Uhrzeit als Stunden und Minuten, zum Beispiel 22:00.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <source>A cron expression has five parts: minute, hour, day of the month, month, day of the week.</source>
        <translation>Ein Cron-Ausdruck hat fünf Teile: Minute, Stunde, Tag des Monats, Monat, Wochentag.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/timing.py"/>
        <source>A backup of {day} will exist</source>
        <translation>Eine Sicherung vom {day} wird vorhanden sein</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Add site</source>
        <translation>Website hinzufügen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <source>Waiting for you to approve Holdfast in the browser… Nothing is stored before.</source>
        <translation>Bitte geben Sie Holdfast im Browser frei… Vorher wird nichts gespeichert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <source>Step {n} of 5</source>
        <translation>Schritt {n} von 5</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <source>This account has no sites, or API access is off for it.</source>
        <translation>Dieses Konto hat keine Websites oder der API-Zugriff ist ausgeschaltet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <source>Making the storage…</source>
        <translation>Speicher wird angelegt…</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <source>Add {n} sites</source>
        <extracomment>One: Add {n} site</extracomment>
        <translation>
            <numerusform>{n} Website hinzufügen</numerusform>
            <numerusform>{n} Websites hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <location filename="desktop/holdfast_desktop/pages/add_many.py"/>
        <source>Adding…</source>
        <translation>Wird hinzugefügt…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <source>Show its sites</source>
        <translation>Websites anzeigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/wizard.py"/>
        <source>Test and continue</source>
        <translation>Testen und weiter</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/deeds.py"/>
        <location filename="desktop/holdfast_desktop/pages/restore_flows.py"/>
        <source>There is nothing to restore yet</source>
        <translation>Es gibt noch nichts wiederherzustellen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/deeds.py"/>
        <location filename="desktop/holdfast_desktop/pages/restore_flows.py"/>
        <source>{site} has no completed backup.</source>
        <translation>{site} hat noch keine vollständige Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <source>Search the settings for “{text}”</source>
        <translation>Einstellungen nach „{text}“ durchsuchen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <source>Back up all sites</source>
        <translation>Alle Websites sichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <source>Download the newest backup of all sites</source>
        <translation>Die neueste Sicherung aller Websites herunterladen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <source>Show jobs</source>
        <translation>Aufträge zeigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <source>Collapse or expand the sidebar</source>
        <translation>Seitenleiste ein- oder ausklappen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <source>Quit Holdfast</source>
        <translation>Holdfast beenden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/go_entries.py"/>
        <source>Download the newest of {site}</source>
        <translation>Die neueste von {site} herunterladen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_feed.py"/>
        <source>This job has written no log.</source>
        <translation>Dieser Auftrag hat kein Protokoll geschrieben.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>{site} — {operation}</source>
        <translation>{site} — {operation}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>Stopping. {remains}</source>
        <translation>Wird angehalten. {remains}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>Nothing running · next: {site}, {when}</source>
        <translation>Nichts läuft · nächste Sicherung: {site}, {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <source>Nothing running</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>Nothing running · last backup {when}</source>
        <translation>Nichts läuft · letzte Sicherung {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>Interrupted; it goes on by itself</source>
        <translation>Unterbrochen; es geht von selbst weiter</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_outlook.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>Show backups</source>
        <translation>Sicherungen zeigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_rows.py"/>
        <location filename="desktop/holdfast_desktop/widgets/notice.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>{state}. {remains}</source>
        <translation>{state}. {remains}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>Interrupted. {remains}</source>
        <translation>Unterbrochen. {remains}</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/main_window/leaving.py"/>
        <source>{n} jobs are still running</source>
        <extracomment>One: {n} job is still running</extracomment>
        <translation>
            <numerusform>{n} Auftrag läuft noch</numerusform>
            <numerusform>{n} Aufträge laufen noch</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/leaving.py"/>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/leaving.py"/>
        <source>Stop safely and quit</source>
        <translation>Sicher anhalten und beenden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/leaving.py"/>
        <source>Finish first, then quit</source>
        <translation>Erst fertig werden, dann beenden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/sidebar.py"/>
        <source>Collapse</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/sidebar.py"/>
        <source>Show the words of the sidebar</source>
        <translation>Beschriftungen der Seitenleiste zeigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/sidebar.py"/>
        <source>Show icons only</source>
        <translation>Nur Symbole zeigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <source>Holdfast keeps running</source>
        <translation>Holdfast läuft weiter</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <source>There is no tray here, so the window is only minimised. Quit with Ctrl+Q.</source>
        <translation>Hier gibt es keinen Infobereich, deshalb wird das Fenster nur minimiert. Mit Strg+Q beenden Sie Holdfast.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <location filename="desktop/holdfast_desktop/widgets/site_rows.py"/>
        <source>Sites</source>
        <translation>Websites</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/models/files.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <location filename="desktop/holdfast_desktop/pages/parts_card.py"/>
        <location filename="desktop/holdfast_desktop/pages/point_picker.py"/>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_preview.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/models/new_sites.py"/>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/models/new_sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/point_picker.py"/>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/notifications.py"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Holdfast makes a new application password on the site, tries it, stores it, and then revokes the old one.</source>
        <translation>Holdfast legt auf der Website ein neues Anwendungspasswort an, probiert es aus, speichert es und widerruft dann das alte.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Address of {site}</source>
        <translation>Adresse von {site}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>The sign-in is tried there before it is stored.</source>
        <translation>Die Anmeldung wird dort ausprobiert, bevor sie gespeichert wird.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Mail of {site}</source>
        <translation>E-Mail für {site}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>The service mails these addresses after every backup and restore. Separate them with commas.</source>
        <translation>Der Dienst schreibt diesen Adressen nach jeder Sicherung und Wiederherstellung. Trennen Sie sie mit Kommas.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Where to keep copies of what {site} makes?</source>
        <translation>Wo sollen Kopien von dem bleiben, was {site} anlegt?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>After each backup the archive is downloaded, checked and unpacked there; daily archives share what did not change.</source>
        <translation>Nach jeder Sicherung wird das Archiv heruntergeladen, geprüft und dort entpackt; tägliche Archive teilen sich, was gleich geblieben ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>There is no other stored sign-in for {service}</source>
        <translation>Es gibt keine andere gespeicherte Anmeldung für {service}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Which sign-in is for {site}?</source>
        <translation>Welche Anmeldung gilt für {site}?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>It is tried on the site before it is stored.</source>
        <translation>Sie wird auf der Website ausprobiert, bevor sie gespeichert wird.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Stored sign-in</source>
        <translation>Gespeicherte Anmeldung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Other programs that use the old one are signed out.</source>
        <translation>Andere Programme, die das alte benutzen, werden abgemeldet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>A restore runs on {names} now. It could not be followed to its end. Better wait until it is done.</source>
        <translation>Auf {names} läuft gerade eine Wiederherstellung. Sie ließe sich nicht bis zum Ende verfolgen. Warten Sie besser, bis sie fertig ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>New password all the same</source>
        <translation>Trotzdem neues Passwort</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Give {site} a new password?</source>
        <translation>{site} ein neues Passwort geben?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>The new sign-in works and is stored</source>
        <translation>Die neue Anmeldung funktioniert und ist gespeichert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>There is no storage yet</source>
        <translation>Es gibt noch keinen Speicher</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Add one under Storage first.</source>
        <translation>Fügen Sie zuerst unter „Speicher“ einen hinzu.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>“Sign in again…” takes a new one.</source>
        <translation>„Erneut anmelden…“ nimmt eine neue.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Making a new password…</source>
        <translation>Ein neues Passwort wird angelegt…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>The address is changed</source>
        <translation>Die Adresse ist geändert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>The addresses are changed</source>
        <translation>Die Adressen sind geändert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Nowhere</source>
        <translation>Nirgends</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Copies go to {storage}</source>
        <translation>Kopien gehen nach {storage}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>No copies are kept</source>
        <translation>Es werden keine Kopien aufbewahrt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>The site is signed in to with {account}</source>
        <translation>Die Website wird mit {account} angemeldet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>The site has a new password</source>
        <translation>Die Website hat ein neues Passwort</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>It is tried and stored; the old one is revoked.</source>
        <translation>Es ist ausprobiert und gespeichert; das alte ist widerrufen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Type the address of the site.</source>
        <translation>Geben Sie die Adresse der Website ein.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>The same sign-in is used for {sites}; they get the new one too.</source>
        <translation>Dieselbe Anmeldung gilt für {sites}; auch dort gilt dann die neue.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>It is tried and stored, but the old one is still valid on the site.</source>
        <translation>Es ist ausprobiert und gespeichert, aber das alte ist auf der Website noch gültig.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Sign in again…</source>
        <translation>Erneut anmelden…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Change address…</source>
        <translation>Adresse ändern…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Other account…</source>
        <translation>Anderes Konto…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Mail…</source>
        <translation>E-Mail…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Keep copies…</source>
        <translation>Kopien behalten…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>New password…</source>
        <translation>Neues Passwort…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/chosen_sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Install</source>
        <translation>Installation</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Signs in by</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Also used by</source>
        <translation>Auch benutzt von</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Mail goes to</source>
        <translation>E-Mail geht an</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Copies kept in</source>
        <translation>Kopien liegen in</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Makes a new application password on the site, tries and stores it, and revokes the old one.</source>
        <translation>Legt ein neues Anwendungspasswort auf der Website an, probiert und speichert es und widerruft das alte.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Only application passwords can be exchanged from here.</source>
        <translation>Von hier aus lassen sich nur Anwendungspasswörter austauschen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>How Holdfast signs in</source>
        <translation>So meldet sich Holdfast an</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>no storage of yours</source>
        <translation>in keinem Ihrer Speicher</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Filter runs</source>
        <translation>Läufe filtern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Export list…</source>
        <translation>Liste exportieren…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Export the list of runs</source>
        <translation>Liste der Läufe exportieren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Text (*.tsv)</source>
        <translation>Text (*.tsv)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/widgets/month_calendar.py"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_rows.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Did not run</source>
        <translation>Nicht gelaufen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <source>No run fits the filter</source>
        <translation>Kein Lauf passt zum Filter</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Clear filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_flows.py"/>
        <source>Archives to take in as backups of {site}</source>
        <translation>Archive, die als Sicherungen von {site} übernommen werden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_flows.py"/>
        <source>Archives (*.zip *.tar *.tar.gz *.tgz *.gz *.sql *.wpress)</source>
        <translation>Archive (*.zip *.tar *.tar.gz *.tgz *.gz *.sql *.wpress)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_flows.py"/>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_flows.py"/>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is no folder {path}.</source>
        <translation>Den Ordner {path} gibt es nicht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_flows.py"/>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Is the disk mounted? Was the site moved?</source>
        <translation>Ist das Laufwerk eingehängt? Wurde die Website verschoben?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/cost_lines.py"/>
        <source>What it needs of your line is known after the first backup.</source>
        <translation>Was Ihre Leitung dafür braucht, ist nach der ersten Sicherung bekannt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_flows.py"/>
        <source>{site} was added</source>
        <translation>{site} wurde hinzugefügt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_flows.py"/>
        <source>Not all could be added</source>
        <translation>Nicht alle konnten hinzugefügt werden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_many.py"/>
        <source>{system} is there, but it cannot be signed in to</source>
        <translation>{system} ist da, aber eine Anmeldung ist nicht möglich</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_many.py"/>
        <source>To approve in the browser</source>
        <translation>Im Browser zu genehmigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_many.py"/>
        <source>With the list’s password</source>
        <translation>Mit dem Passwort aus der Liste</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_many.py"/>
        <source>Needs a password or key</source>
        <translation>Braucht Passwort oder Schlüssel</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_many.py"/>
        <source>Approve it in the browser…</source>
        <translation>Im Browser genehmigen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_many.py"/>
        <source>Can be added</source>
        <translation>Kann hinzugefügt werden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_many.py"/>
        <source>Needs a password or key: choose the row, then “Sign in…”</source>
        <translation>Braucht Passwort oder Schlüssel: Wählen Sie die Zeile, dann „Anmelden…“</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_many.py"/>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_many.py"/>
        <source>It answers. Looking for a backup plugin…</source>
        <translation>Antwortet. Sicherungs-Plugin wird gesucht…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/add_many.py"/>
        <source>Not added yet</source>
        <translation>Noch nicht hinzugefügt</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/adopt_flows.py"/>
        <source>{n} sites have backups there: {list}.</source>
        <extracomment>One: {n} site has backups there: {list}.</extracomment>
        <translation>
            <numerusform>{n} Website hat dort Sicherungen: {list}.</numerusform>
            <numerusform>{n} Websites haben dort Sicherungen: {list}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/adopt_flows.py"/>
        <source>No settings of another computer are in it; add the sites by hand, and their backups are theirs again.</source>
        <translation>Einstellungen eines anderen Computers sind nicht darin; fügen Sie die Websites von Hand hinzu, dann gehören ihnen ihre Sicherungen wieder.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/adopt_flows.py"/>
        <source>Bring back what {computer} had?</source>
        <translation>Zurückholen, was {computer} hatte?</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/adopt_flows.py"/>
        <source>{n} sites came back</source>
        <extracomment>One: {n} site came back</extracomment>
        <translation>
            <numerusform>{n} Website ist zurück</numerusform>
            <numerusform>{n} Websites sind zurück</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/adopt_flows.py"/>
        <source>The passphrase does not open it. It stands on the recovery kit.</source>
        <translation>Die Passphrase öffnet ihn nicht. Sie steht auf dem Notfallblatt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/adopt_flows.py"/>
        <source>{name} was opened</source>
        <translation>{name} wurde geöffnet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/adopt_flows.py"/>
        <source>There are no backups of Holdfast or restic at this place. Choose the folder that holds them.</source>
        <translation>An diesem Ort sind keine Sicherungen von Holdfast oder restic. Wählen Sie den Ordner, in dem sie liegen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/adopt_flows.py"/>
        <source>another computer</source>
        <translation>ein anderer Computer</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_columns.py"/>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Proven</source>
        <translation>Erprobt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <source>Kept as well</source>
        <translation>Wird auch behalten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/point_picker.py"/>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/backup_days.py"/>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <location filename="desktop/holdfast_desktop/pages/point_picker.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>{n} backups</source>
        <extracomment>One: {n} backup</extracomment>
        <translation>
            <numerusform>{n} Sicherung</numerusform>
            <numerusform>{n} Sicherungen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_days.py"/>
        <source>{backups}, complete</source>
        <translation>{backups}, vollständig</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_days.py"/>
        <source>{backups}, {n} failed</source>
        <translation>{backups}, {n} fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_days.py"/>
        <source>{backups}, {n} incomplete</source>
        <translation>{backups}, {n} unvollständig</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_days.py"/>
        <source>{backups}, running</source>
        <translation>{backups}, läuft</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_days.py"/>
        <source>{backups}, kept forever</source>
        <translation>{backups}, für immer behalten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_days.py"/>
        <source>{backups}, proven</source>
        <translation>{backups}, erprobt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_flows.py"/>
        <source>From {old} to {new}</source>
        <translation>Von {old} bis {new}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_flows.py"/>
        <source>Download backup</source>
        <translation>Sicherung herunterladen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_flows.py"/>
        <source>Archives (*.zip *.tar.zst)</source>
        <translation>Archive (*.zip *.tar.zst)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_flows.py"/>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_flows.py"/>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_flows.py"/>
        <source>What changed in {site}</source>
        <translation>Was sich in {site} geändert hat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>{site} is proven</source>
        <translation>{site} ist erprobt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Its backup was really restored to a scratch place and looked at.</source>
        <translation>Die Sicherung wurde tatsächlich an einem temporären Ort wiederhergestellt und angesehen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>Download…</source>
        <translation>Herunterladen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>Compare the two selected backups (Ctrl+D)</source>
        <translation>Die beiden ausgewählten Sicherungen vergleichen (Strg+D)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>Keep forever</source>
        <translation>Für immer behalten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>Month calendar</source>
        <translation>Monatskalender</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/point_picker.py"/>
        <source>Backups by day</source>
        <translation>Sicherungen nach Tagen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>As of {when}</source>
        <translation>Stand {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The first one takes longest; later ones only move changes.</source>
        <translation>Die erste dauert am längsten; spätere übertragen nur Änderungen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>No backups yet</source>
        <translation>Noch keine Sicherungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>They appear here after the first backup of a site.</source>
        <translation>Sie erscheinen hier nach der ersten Sicherung einer Website.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>The site makes them by itself, also by its own schedule.</source>
        <translation>Die Website legt sie selbst an, auch nach eigenem Zeitplan.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>No backup yet for this site</source>
        <translation>Noch keine Sicherung dieser Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/point_picker.py"/>
        <source>No backup on this day</source>
        <translation>Keine Sicherung an diesem Tag</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>Do not keep forever</source>
        <translation>Nicht für immer behalten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>Verify</source>
        <translation>Verifizieren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>Undo the last restore…</source>
        <translation>Letzte Wiederherstellung rückgängig machen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/point_picker.py"/>
        <source>The newest before it</source>
        <translation>Die neueste davor</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>No backup matches “{text}”</source>
        <translation>Keine Sicherung passt zu „{text}“</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>No backup fits the filter</source>
        <translation>Keine Sicherung passt zum Filter</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>Filter backups</source>
        <translation>Sicherungen filtern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>Fetch into your storage what sites made since last time</source>
        <translation>In Ihren Speicher holen, was die Websites seit dem letzten Mal angelegt haben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>Of {site}</source>
        <translation>Von {site}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>Of one site: choose it first</source>
        <translation>Von einer Website: Wählen Sie zuerst eine</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>{n} sites could not be asked: {names}</source>
        <extracomment>One: {n} site could not be asked: {names}</extracomment>
        <translation>
            <numerusform>{n} Website konnte nicht gefragt werden: {names}</numerusform>
            <numerusform>{n} Websites konnten nicht gefragt werden: {names}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>Search a file in all backups</source>
        <translation>Eine Datei in allen Sicherungen suchen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>By backup</source>
        <translation>Nach Sicherung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>By file</source>
        <translation>Nach Datei</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>Of all sites</source>
        <translation>Von allen Websites</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <source>{n} backups were stopped</source>
        <extracomment>One: {n} backup was stopped</extracomment>
        <translation>
            <numerusform>{n} Sicherung wurde angehalten</numerusform>
            <numerusform>{n} Sicherungen wurden angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <source>{n} sites are backed up</source>
        <extracomment>One: {n} site is backed up</extracomment>
        <translation>
            <numerusform>{n} Website ist gesichert</numerusform>
            <numerusform>{n} Websites sind gesichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <source>{n} backups are downloaded</source>
        <extracomment>One: {n} backup is downloaded</extracomment>
        <translation>
            <numerusform>{n} Sicherung ist heruntergeladen</numerusform>
            <numerusform>{n} Sicherungen sind heruntergeladen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <source>{n} downloads were stopped</source>
        <extracomment>One: {n} download was stopped</extracomment>
        <translation>
            <numerusform>{n} Download wurde angehalten</numerusform>
            <numerusform>{n} Downloads wurden angehalten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <source>There is no backup to download yet</source>
        <translation>Es gibt noch keine Sicherung zum Herunterladen</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <source>{n} of them with warnings</source>
        <extracomment>One: {n} of them with warnings</extracomment>
        <translation>
            <numerusform>{n} davon mit Warnungen</numerusform>
            <numerusform>{n} davon mit Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <source>{failed} of {n} backups failed</source>
        <extracomment>One: {failed} of {n} backup failed</extracomment>
        <translation>
            <numerusform>{failed} von {n} Sicherung ist fehlgeschlagen</numerusform>
            <numerusform>{failed} von {n} Sicherungen sind fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <source>{failed} of {n} downloads failed</source>
        <extracomment>One: {failed} of {n} download failed</extracomment>
        <translation>
            <numerusform>{failed} von {n} Download ist fehlgeschlagen</numerusform>
            <numerusform>{failed} von {n} Downloads sind fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/chosen_sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_preview.py"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/chosen_sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Schedule…</source>
        <translation>Zeitplan…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/chosen_sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Tags…</source>
        <translation>Schlagwörter…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/chosen_sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/chosen_sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Import archives…</source>
        <translation>Archive importieren…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/chosen_sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/chosen_sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/chosen_sites.py"/>
        <source>Resume {n} sites</source>
        <extracomment>One: Resume {n} site</extracomment>
        <translation>
            <numerusform>{n} Website fortsetzen</numerusform>
            <numerusform>{n} Websites fortsetzen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/chosen_sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/pausing.py"/>
        <source>Pause schedules</source>
        <translation>Zeitpläne anhalten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/confirming.py"/>
        <source>Unusual in {site}</source>
        <translation>Ungewöhnliches in {site}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/confirming.py"/>
        <source>This is meant</source>
        <translation>Das ist so gewollt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/confirming.py"/>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>Pattern to leave out</source>
        <translation>Muster zum Auslassen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>Left out besides</source>
        <translation>Außerdem ausgelassen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>Nothing besides. Patterns are as in .gitignore: a slash at the end means a folder.</source>
        <translation>Sonst nichts. Muster wie in .gitignore: Ein Schrägstrich am Ende bedeutet einen Ordner.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Look now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>Count what a backup would take now</source>
        <translation>Zählen, was eine Sicherung jetzt umfasst</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>Looking at the folder…</source>
        <translation>Der Ordner wird untersucht…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>Left out as a rule</source>
        <translation>In der Regel ausgelassen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>There is no backup yet. The first one takes longest; later ones only move changes.</source>
        <translation>Es gibt noch keine Sicherung. Die erste dauert am längsten; spätere übertragen nur Änderungen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>What is backed up</source>
        <translation>Was gesichert wird</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>What is left out</source>
        <translation>Was ausgelassen wird</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>Newest backup</source>
        <translation>Neueste Sicherung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>Saved. It holds from the next backup on; earlier ones stay as they are.</source>
        <translation>Gespeichert. Es gilt ab der nächsten Sicherung; frühere bleiben, wie sie sind.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_preview.py"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>As its backups hold it</source>
        <translation>Wie in ihren Sicherungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <source>the only one</source>
        <translation>die einzige</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/contents_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_preview.py"/>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/cost_lines.py"/>
        <source>The database daily and everything weekly needs about {size} a day.</source>
        <translation>Die Datenbank täglich und alles wöchentlich braucht etwa {size} am Tag.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/cost_lines.py"/>
        <source>It needs about {size} a day on your line.</source>
        <translation>Das braucht etwa {size} am Tag auf Ihrer Leitung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/cost_lines.py"/>
        <source>It needs about {size} a day on your line, {time}.</source>
        <translation>Das braucht etwa {size} am Tag auf Ihrer Leitung ({time}).</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/cost_lines.py"/>
        <source>The sizes of {n} sites are not known yet.</source>
        <extracomment>One: The size of {n} site is not known yet.</extracomment>
        <translation>
            <numerusform>Die Größe von {n} Website ist noch nicht bekannt.</numerusform>
            <numerusform>Die Größen von {n} Websites sind noch nicht bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/cost_lines.py"/>
        <source>(The size of the database is a guess.)</source>
        <translation>(Die Größe der Datenbank ist geschätzt.)</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/desk.py"/>
        <source>{n} jobs go on where they were</source>
        <extracomment>One: {n} job goes on where it was</extracomment>
        <translation>
            <numerusform>{n} Auftrag macht dort weiter, wo er war</numerusform>
            <numerusform>{n} Aufträge machen dort weiter, wo sie waren</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/desk.py"/>
        <source>The sites worked on while Holdfast was closed.</source>
        <translation>Die Websites haben weitergearbeitet, während Holdfast geschlossen war.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <source>Save the chosen files to a folder or archive (Ctrl+S)</source>
        <translation>Ausgewählte Dateien in einem Ordner oder Archiv speichern (Strg+S)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_panel.py"/>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Number</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/parts_card.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <source>Choose one backup to see what is in it.</source>
        <translation>Wählen Sie eine Sicherung, um ihren Inhalt zu sehen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>Files found</source>
        <translation>Gefundene Dateien</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <location filename="desktop/holdfast_desktop/pages/point_picker.py"/>
        <source>Versions of the file</source>
        <translation>Versionen der Datei</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>Find a file in all backups</source>
        <translation>Datei in allen Sicherungen suchen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>Type a part of its name, or a pattern such as *.php or logo-*.</source>
        <translation>Geben Sie einen Teil des Namens ein oder ein Muster wie *.php oder logo-*.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>No file with that name in {n} backups</source>
        <extracomment>One: No file with that name in {n} backup</extracomment>
        <translation>
            <numerusform>Keine Datei mit diesem Namen in {n} Sicherung</numerusform>
            <numerusform>Keine Datei mit diesem Namen in {n} Sicherungen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>Kept in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <location filename="desktop/holdfast_desktop/widgets/file_tree.py"/>
        <source>Try a part of the name.</source>
        <translation>Versuchen Sie es mit einem Teil des Namens.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <location filename="desktop/holdfast_desktop/widgets/file_tree.py"/>
        <location filename="desktop/holdfast_desktop/widgets/header.py"/>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>The label helps you to find this backup again.</source>
        <translation>An der Bezeichnung finden Sie diese Sicherung wieder.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Rename {site}</source>
        <translation>{site} umbenennen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>Its backups stay with it.</source>
        <translation>Die Sicherungen bleiben erhalten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/restore_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_help.py"/>
        <source>It is here</source>
        <translation>Sie liegt hier</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/hearing.py"/>
        <source>starting…</source>
        <translation>startet…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/hearing.py"/>
        <source>No site has a webhook yet: add one under Service.</source>
        <translation>Noch keine Website hat einen Webhook: Fügen Sie unter „Dienst“ einen hinzu.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/hearing.py"/>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/hearing.py"/>
        <source>{site} tells: {event}</source>
        <translation>{site} meldet: {event}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/keeping_flow.py"/>
        <source>Backups marked “keep forever” always stay, and sites with a rule of their own keep it.</source>
        <translation>Sicherungen mit „Für immer behalten“ bleiben in jedem Fall, und Websites mit eigener Regel behalten diese.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/keeping_flow.py"/>
        <source>As in the settings ({rule})</source>
        <translation>Wie in den Einstellungen ({rule})</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/keeping_flow.py"/>
        <source>How long backups in {name} stay</source>
        <translation>Wie lange Sicherungen in {name} bleiben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/keeping_flow.py"/>
        <source>As its storage ({rule})</source>
        <translation>Wie ihr Speicher ({rule})</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/keeping_flow.py"/>
        <source>How long backups of {name} stay</source>
        <translation>Wie lange Sicherungen von {name} bleiben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/keeping_flow.py"/>
        <source>Backups marked “keep forever” always stay.</source>
        <translation>Sicherungen mit „Für immer behalten“ bleiben in jedem Fall.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/keeping_flow.py"/>
        <source>The rule of {name} was saved</source>
        <translation>Die Regel von {name} wurde gespeichert</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/keeping_flow.py"/>
        <source>{n} sites are thinned out now.</source>
        <extracomment>One: {n} site is thinned out now.</extracomment>
        <translation>
            <numerusform>{n} Website wird jetzt ausgedünnt.</numerusform>
            <numerusform>{n} Websites werden jetzt ausgedünnt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/kit_saving.py"/>
        <source>Save recovery kit</source>
        <translation>Notfallblatt speichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/kit_saving.py"/>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <source>Needs attention</source>
        <translation>Handlungsbedarf</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <source>Next 24 hours</source>
        <translation>Die nächsten 24 Stunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_preview.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <source>The newest backup of every site, into your downloads</source>
        <translation>Die neueste Sicherung jeder Website in Ihre Downloads</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Filter sites</source>
        <translation>Websites filtern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>No sites yet</source>
        <translation>Noch keine Websites</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Add one and its first backup can start in about a minute.</source>
        <translation>Fügen Sie eine hinzu; die erste Sicherung kann in etwa einer Minute starten.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <source>Needs attention · {n} more under Sites</source>
        <extracomment>One: Needs attention · {n} more under Sites</extracomment>
        <translation>
            <numerusform>Handlungsbedarf · {n} weitere unter „Websites“</numerusform>
            <numerusform>Handlungsbedarf · {n} weitere unter „Websites“</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <source>No site fits the filter.</source>
        <translation>Keine Website passt zum Filter.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Last backup: {when}</source>
        <translation>Letzte Sicherung: {when}</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>{n} storages</source>
        <extracomment>One: {n} storage</extracomment>
        <translation>
            <numerusform>{n} Speicher</numerusform>
            <numerusform>{n} Speicher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>{done} of {n} sites proven by a drill</source>
        <extracomment>One: {done} of {n} site proven by a drill</extracomment>
        <translation>
            <numerusform>{done} von {n} Website durch eine Probe nachgewiesen</numerusform>
            <numerusform>{done} von {n} Websites durch eine Probe nachgewiesen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>A drill restores a backup to a scratch place.</source>
        <translation>Eine Probe stellt eine Sicherung an einem temporären Ort wieder her.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Access data for {n} sites is there. Their backups wait until you unlock it.</source>
        <extracomment>One: Access data for {n} site is there. Its backups wait until you unlock it.</extracomment>
        <translation>
            <numerusform>Dort liegen die Zugangsdaten von {n} Website. Ihre Sicherungen warten, bis Sie entsperren.</numerusform>
            <numerusform>Dort liegen die Zugangsdaten von {n} Websites. Ihre Sicherungen warten, bis Sie entsperren.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>As of {when}, offline</source>
        <translation>Stand {when}, offline</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Not proven yet</source>
        <translation>Noch nicht erprobt</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>The drills of {n} sites failed</source>
        <extracomment>One: The drill of {n} site failed</extracomment>
        <translation>
            <numerusform>Die Probe von {n} Website ist fehlgeschlagen</numerusform>
            <numerusform>Die Proben von {n} Websites sind fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Last drill {when}</source>
        <translation>Letzte Probe {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Last check {when}</source>
        <translation>Letzte Prüfung {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>No check yet</source>
        <translation>Noch keine Prüfung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Next backup: {when}</source>
        <translation>Nächste Sicherung: {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Nothing is due</source>
        <translation>Nichts ist fällig</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Next: {site}, {when}</source>
        <translation>Nächste: {site}, {when}</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>{n} wait</source>
        <extracomment>One: {n} waits</extracomment>
        <translation>
            <numerusform>{n} wartet</numerusform>
            <numerusform>{n} warten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>On the sites themselves</source>
        <translation>Auf den Websites selbst</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Add a storage to keep backups under your own roof as well.</source>
        <translation>Fügen Sie einen Speicher hinzu, um Sicherungen auch unter eigenem Dach zu haben.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>last check {when}</source>
        <translation>letzte Prüfung {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>no check yet</source>
        <translation>noch keine Prüfung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>First good backup</source>
        <translation>Erste gute Sicherung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>First drill passed</source>
        <translation>Erste Probe bestanden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Run a drill</source>
        <translation>Probe starten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <source>next {when}</source>
        <translation>nächste {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Nothing is planned</source>
        <translation>Nichts ist geplant</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Give a site a schedule, and its backups come by themselves.</source>
        <translation>Geben Sie einer Website einen Zeitplan, und ihre Sicherungen kommen von selbst.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>{size} free on the fullest</source>
        <translation>{size} frei auf dem vollsten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>{size} free</source>
        <translation>{size} frei</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Recovery key saved</source>
        <translation>Notfallblatt gespeichert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>A backup is running now.</source>
        <translation>Eine Sicherung läuft gerade.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/parts_card.py"/>
        <source>In the newest backup</source>
        <translation>In der neuesten Sicherung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/parts_card.py"/>
        <source>{files} files, {size}, from {when}</source>
        <translation>{files} Dateien, {size}, von {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/parts_card.py"/>
        <source>Largest folders</source>
        <translation>Größte Ordner</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/parts_card.py"/>
        <source>Nothing to show yet.</source>
        <translation>Noch nichts zu zeigen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/parts_card.py"/>
        <source>The list of its files was not read yet. It is read with the next look into the storage.</source>
        <translation>Die Liste der Dateien wurde noch nicht gelesen. Sie kommt mit dem nächsten Blick in den Speicher.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/pausing.py"/>
        <source>What falls due is caught up once afterwards.</source>
        <translation>Was fällig wird, wird danach einmal nachgeholt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/pausing.py"/>
        <source>Schedules go on</source>
        <translation>Zeitpläne laufen weiter</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/pausing.py"/>
        <source>Resume all sites</source>
        <translation>Alle Websites fortsetzen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/pausing.py"/>
        <source>Also stop what runs now</source>
        <translation>Auch anhalten, was jetzt läuft</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <source>{n} schedules were added</source>
        <extracomment>One: {n} schedule was added</extracomment>
        <translation>
            <numerusform>{n} Zeitplan wurde hinzugefügt</numerusform>
            <numerusform>{n} Zeitpläne wurden hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <source>It is for {n} sites with the tag “{tag}”.</source>
        <extracomment>One: It is for {n} site with the tag “{tag}”.</extracomment>
        <translation>
            <numerusform>Er gilt für {n} Website mit dem Schlagwort „{tag}“.</numerusform>
            <numerusform>Er gilt für {n} Websites mit dem Schlagwort „{tag}“.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Backups that it made stay.</source>
        <translation>Die Sicherungen daraus bleiben erhalten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <source>Remove this schedule?</source>
        <translation>Diesen Zeitplan entfernen?</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>{n} sites</source>
        <extracomment>One: {n} site</extracomment>
        <translation>
            <numerusform>{n} Website</numerusform>
            <numerusform>{n} Websites</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <source>Switch this schedule off?</source>
        <translation>Diesen Zeitplan ausschalten?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <source>Switch this schedule on?</source>
        <translation>Diesen Zeitplan einschalten?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <source>The schedule was added</source>
        <translation>Der Zeitplan wurde hinzugefügt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Next run: {when}</source>
        <translation>Nächster Lauf: {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <source>It is for all sites with the tag “{tag}”, and ends for all of them.</source>
        <translation>Er gilt für alle Websites mit dem Schlagwort „{tag}“ und endet für alle.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <source>Not for {names}: {why}</source>
        <translation>Nicht für {names}: {why}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>tag “{tag}”</source>
        <translation>Schlagwort „{tag}“</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/point_picker.py"/>
        <source>{backups}, {first} to {last}</source>
        <translation>{backups}, {first} bis {last}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/point_picker.py"/>
        <source>Backups of the day</source>
        <translation>Sicherungen des Tages</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/point_picker.py"/>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/point_picker.py"/>
        <source>{backups}, {when}</source>
        <translation>{backups}, {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>in a storage of yours</source>
        <translation>in einem Ihrer Speicher</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>on this computer</source>
        <translation>auf diesem Computer</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Notes kept with it</source>
        <translation>Notizen dazu</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Choose one backup to see what is known about it.</source>
        <translation>Wählen Sie eine Sicherung, um mehr über sie zu erfahren.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Made by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Kept by the site in</source>
        <translation>Auf der Website gespeichert in</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Builds on</source>
        <translation>Baut auf</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/restore_flows.py"/>
        <source>Look at it. The safety backup holds what was there before.</source>
        <translation>Sehen Sie sie sich an. Was vorher da war, liegt in der Sicherheitskopie.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/restore_flows.py"/>
        <source>Look at it. No safety backup was made before.</source>
        <translation>Sehen Sie sie sich an. Vorher wurde keine Sicherheitskopie angelegt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/restore_flows.py"/>
        <source>{n} things could not be brought back: see the details of the job.</source>
        <translation>{n} Dinge ließen sich nicht zurückbringen: siehe die Details des Auftrags.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/restore_flows.py"/>
        <source>{site} is restored</source>
        <translation>{site} ist wiederhergestellt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/restore_flows.py"/>
        <source>The site itself says that the restore is done.</source>
        <translation>Die Website selbst meldet, dass die Wiederherstellung fertig ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/restore_flows.py"/>
        <source>{site} is restored only in part</source>
        <translation>{site} ist nur zum Teil wiederhergestellt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/restore_flows.py"/>
        <source>The restore did not come to its end. The safety backup holds what was there before.</source>
        <translation>Die Wiederherstellung kam nicht zu Ende. Was vorher da war, liegt in der Sicherheitskopie.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/restore_flows.py"/>
        <source>{site} was not restored</source>
        <translation>{site} wurde nicht wiederhergestellt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/restore_flows.py"/>
        <source>The safety backup did not succeed, so nothing was changed.</source>
        <translation>Die Sicherheitskopie ist nicht gelungen, deshalb wurde nichts geändert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/restore_flows.py"/>
        <source>There is nothing to undo</source>
        <translation>Es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/restore_flows.py"/>
        <source>No restore of {site} made a safety backup.</source>
        <translation>Keine Wiederherstellung von {site} hat eine Sicherheitskopie angelegt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/restore_flows.py"/>
        <source>before a restore</source>
        <translation>vor einer Wiederherstellung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_panel.py"/>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <source>Export the log of this run</source>
        <translation>Protokoll dieses Laufs exportieren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <source>Nothing has run yet</source>
        <translation>Noch nichts gelaufen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <source>Runs, skips and their reasons will appear here.</source>
        <translation>Läufe, Ausgelassenes und die Gründe erscheinen hier.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <source>Open schedule</source>
        <translation>Zeitplan öffnen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/widgets/states.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <source>There is no log of this run.</source>
        <translation>Zu diesem Lauf gibt es kein Protokoll.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_panel.py"/>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_panel.py"/>
        <source>Export log…</source>
        <translation>Protokoll exportieren…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_panel.py"/>
        <source>No run is chosen</source>
        <translation>Kein Lauf ausgewählt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_panel.py"/>
        <source>Choose one to see what it did.</source>
        <translation>Wählen Sie einen aus, um zu sehen, was er getan hat.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/run_panel.py"/>
        <source>{n} warnings</source>
        <extracomment>One: {n} warning</extracomment>
        <translation>
            <numerusform>{n} Warnung</numerusform>
            <numerusform>{n} Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_panel.py"/>
        <source>Is at</source>
        <translation>Ist bei</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_panel.py"/>
        <source>Was due</source>
        <translation>War fällig</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_panel.py"/>
        <source>Began</source>
        <translation>Begann</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_rows.py"/>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_rows.py"/>
        <source>By a schedule</source>
        <translation>Nach Zeitplan</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_rows.py"/>
        <source>By the agent</source>
        <translation>Vom Agenten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>On this computer…</source>
        <translation>Auf diesem Computer…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>On the site itself…</source>
        <translation>Auf der Website selbst…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/wording/doctor.py"/>
        <source>Schedules</source>
        <translation>Zeitpläne</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>No schedule is for this site. It is backed up only when somebody says so.</source>
        <translation>Für diese Website gibt es keinen Zeitplan. Sie wird nur gesichert, wenn es jemand veranlasst.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>The site itself</source>
        <translation>Die Website selbst</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>None while it is switched off.</source>
        <translation>Keiner, solange er ausgeschaltet ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_preview.py"/>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>not told</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>This computer, for every site with the tag “{tag}”</source>
        <translation>Dieser Computer, für jede Website mit dem Schlagwort „{tag}“</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>This computer, for this site</source>
        <translation>Dieser Computer, für diese Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>Run by</source>
        <translation>Ausgeführt von</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>Copies go to</source>
        <translation>Kopien gehen nach</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Keeps</source>
        <translation>Behält</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>This computer runs it for: {names}</source>
        <translation>Dieser Computer führt ihn aus für: {names}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Compare the next run that is shown afterwards: sites mean their own time zone, or UTC.</source>
        <translation>Vergleichen Sie danach den nächsten Lauf: Websites meinen ihre eigene Zeitzone oder UTC.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>New schedule on {site}</source>
        <translation>Neuer Zeitplan auf {site}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>The site runs it by itself, also while this computer is off.</source>
        <translation>Die Website führt ihn selbst aus, auch wenn dieser Computer aus ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>This service changes no schedules: a new one is made, and the old one deleted once it is there.</source>
        <translation>Dieser Dienst ändert keine Zeitpläne: Es wird ein neuer angelegt und dann der alte gelöscht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Delete this schedule of {site}?</source>
        <translation>Diesen Zeitplan von {site} löschen?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>New staging copy of {site}</source>
        <translation>Neue Staging-Kopie von {site}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>The site makes a copy of itself to try things out.</source>
        <translation>Die Website legt eine Kopie von sich an, um etwas auszuprobieren.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Make the copy</source>
        <translation>Kopie anlegen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Roles on a staging copy of {site}</source>
        <translation>Rollen auf einer Staging-Kopie von {site}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Who may do what there.</source>
        <translation>Wer dort was darf.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Set roles</source>
        <translation>Rollen setzen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>The schedule is on the site</source>
        <translation>Der Zeitplan ist auf der Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>{storage} {result}</source>
        <translation>{storage} {result}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>The site itself tried it.</source>
        <translation>Die Website hat es selbst ausprobiert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Staging copy</source>
        <translation>Staging-Kopie</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>The staging copy is being made</source>
        <translation>Die Staging-Kopie wird angelegt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>The roles are set</source>
        <translation>Die Rollen sind gesetzt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>The site will tell {url}</source>
        <translation>Die Website meldet an {url}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>Download the backup of {when}</source>
        <translation>Sicherung vom {when} herunterladen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>Where to?</source>
        <translation>Wohin?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>What the sites made since last time is downloaded, checked and kept there.</source>
        <translation>Was die Websites seit dem letzten Mal angelegt haben, wird heruntergeladen, geprüft und dort aufbewahrt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>Remove {site} from Holdfast?</source>
        <translation>{site} aus Holdfast entfernen?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>The site and its backups there stay as they are. Its password can be revoked there as well, so that nobody can use it.</source>
        <translation>Die Website und ihre Sicherungen dort bleiben, wie sie sind. Das Passwort kann dort auch widerrufen werden, damit es niemand benutzen kann.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>Add one first: what sites made is taken in there.</source>
        <translation>Fügen Sie zuerst einen hinzu: Was Websites angelegt haben, wird dort aufgenommen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>{site} was removed</source>
        <translation>{site} wurde entfernt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>Remove and revoke</source>
        <translation>Entfernen und widerrufen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>Its password is revoked.</source>
        <translation>Das Passwort ist widerrufen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Schedules on the site</source>
        <translation>Zeitpläne auf der Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>The site has no schedule. It makes backups only when it is told to.</source>
        <translation>Die Website hat keinen Zeitplan. Sie legt nur auf Zuruf Sicherungen an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Where the site keeps its backups</source>
        <translation>Wo die Website ihre Sicherungen aufbewahrt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>The site names no storage.</source>
        <translation>Die Website nennt keinen Speicher.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>New staging copy…</source>
        <translation>Neue Staging-Kopie…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Roles…</source>
        <translation>Rollen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>No staging copy is being made.</source>
        <translation>Es wird keine Staging-Kopie angelegt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>No migration runs.</source>
        <translation>Es läuft keine Migration.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Last test</source>
        <translation>Letzter Test</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>What this service can do</source>
        <translation>Was dieser Dienst kann</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>The site can tell an address of yours when a backup or a restore is done. None was made from here.</source>
        <translation>Die Website kann einer Adresse von Ihnen melden, wenn eine Sicherung oder Wiederherstellung fertig ist. Von hier aus wurde noch keiner angelegt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>primary</source>
        <translation>Hauptspeicher</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Overdue: quiet sites run late.</source>
        <translation>Überfällig: Auf ruhigen Websites läuft es verspätet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Schedules &amp; limits</source>
        <translation>Zeitpläne &amp; Grenzen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Notifications &amp; pings</source>
        <translation>Mitteilungen &amp; Pings</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Appearance &amp; language</source>
        <translation>Darstellung &amp; Sprache</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/updates.py"/>
        <source>Updates</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Search settings</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Take the last change back (Ctrl+Z)</source>
        <translation>Die letzte Änderung zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>No setting with these words</source>
        <translation>Keine Einstellung mit diesen Wörtern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Try one word of it.</source>
        <translation>Versuchen Sie es mit einem Wort daraus.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Saved: {setting}</source>
        <translation>Gespeichert: {setting}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/appearance.py"/>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/appearance.py"/>
        <source>Light</source>
        <comment>colours</comment>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/appearance.py"/>
        <source>Dark</source>
        <comment>colours</comment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/appearance.py"/>
        <source>kB, MB, GB (1000)</source>
        <translation>kB, MB, GB (1000)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/appearance.py"/>
        <source>KiB, MiB, GiB (1024)</source>
        <translation>KiB, MiB, GiB (1024)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/appearance.py"/>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/appearance.py"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/appearance.py"/>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/appearance.py"/>
        <source>Size of text and contrast follow the system.</source>
        <translation>Schriftgröße und Kontrast folgen dem System.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/appearance.py"/>
        <source>Sizes in</source>
        <translation>Größen in</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/appearance.py"/>
        <source>Changes when Holdfast is started the next time. Dates and numbers follow it.</source>
        <translation>Ändert sich, wenn Holdfast das nächste Mal gestartet wird. Datum und Zahlen folgen ihr.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>{n} things are left for you: secrets do not travel.</source>
        <extracomment>One: {n} thing is left for you: secrets do not travel.</extracomment>
        <translation>
            <numerusform>{n} Sache bleibt für Sie: Geheimnisse reisen nicht mit.</numerusform>
            <numerusform>{n} Sachen bleiben für Sie: Geheimnisse reisen nicht mit.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>{check}: {name}</source>
        <translation>{check}: {name}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Preview…</source>
        <translation>Vorschau…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Look at this computer, the stores and the storages</source>
        <translation>Diesen Computer, die Ablagen und die Speicher untersuchen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Changes nothing. Tries every storage, and asks servers what time it is.</source>
        <translation>Ändert nichts. Probiert jeden Speicher aus und fragt Server nach der Uhrzeit.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Doctor</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Save the bundle</source>
        <translation>Diagnosepaket speichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Archives (*.zip)</source>
        <translation>Archive (*.zip)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Settings (*.json)</source>
        <translation>Einstellungen (*.json)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>{n} things were brought in</source>
        <extracomment>One: {n} thing was brought in</extracomment>
        <translation>
            <numerusform>{n} Eintrag wurde übernommen</numerusform>
            <numerusform>{n} Einträge wurden übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>{n} things are wrong or doubtful</source>
        <extracomment>One: {n} thing is wrong or doubtful</extracomment>
        <translation>
            <numerusform>{n} Sache ist falsch oder zweifelhaft</numerusform>
            <numerusform>{n} Sachen sind falsch oder zweifelhaft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>{n} things are doubtful</source>
        <extracomment>One: {n} thing is doubtful</extracomment>
        <translation>
            <numerusform>{n} Sache ist zweifelhaft</numerusform>
            <numerusform>{n} Sachen sind zweifelhaft</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>All is in order</source>
        <translation>Alles ist in Ordnung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>looked {when}</source>
        <translation>zuletzt {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>For whoever helps</source>
        <translation>Für alle, die helfen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Another computer</source>
        <translation>Ein anderer Computer</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Safe mode</source>
        <translation>Abgesicherter Modus</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>What this file brings</source>
        <translation>Was diese Datei mitbringt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Bundle</source>
        <translation>Diagnosepaket</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>What the doctor found, logs and versions, without secrets. You see all of it before it is saved.</source>
        <translation>Ergebnisse des Selbsttests, Protokolle und Versionen, ohne Geheimnisse. Sie sehen alles, bevor es gespeichert wird.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <location filename="desktop/holdfast_desktop/wording/contents.py"/>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Of the program, and one for each job.</source>
        <translation>Eines des Programms und eines für jeden Auftrag.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Keep logs for</source>
        <translation>Protokolle behalten für</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Carry settings</source>
        <translation>Einstellungen mitnehmen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Sites, storages, accounts, schedules and settings as one file, without secrets. Bringing it in removes nothing.</source>
        <translation>Websites, Speicher, Konten, Zeitpläne und Einstellungen als eine Datei, ohne Geheimnisse. Der Import entfernt nichts.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Start without schedules</source>
        <translation>Ohne Zeitpläne starten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>Nothing runs by itself then: to look around after trouble. What you start runs.</source>
        <translation>Dann läuft nichts von selbst: um sich nach einer Störung umzusehen. Was Sie starten, läuft.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>The bundle was saved</source>
        <translation>Das Diagnosepaket wurde gespeichert</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <source>{n} records were exported</source>
        <extracomment>One: {n} record was exported</extracomment>
        <translation>
            <numerusform>{n} Eintrag wurde exportiert</numerusform>
            <numerusform>{n} Einträge wurden exportiert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/diagnostics.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Start with the session, in the tray</source>
        <translation>Mit der Sitzung starten, im Infobereich</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Schedules need Holdfast to run. No window opens; the shield appears.</source>
        <translation>Zeitpläne brauchen ein laufendes Holdfast. Es öffnet sich kein Fenster; nur der Schild erscheint.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Make a sample site</source>
        <translation>Beispiel-Website anlegen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>This desktop</source>
        <translation>Dieser Desktop</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Care</source>
        <translation>Vorsorge</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>That was not possible: {reason}</source>
        <translation>Das war nicht möglich: {reason}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Show the shield in the tray</source>
        <translation>Schild im Infobereich zeigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>From the next start on.</source>
        <translation>Ab dem nächsten Start.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Closing the window keeps Holdfast running</source>
        <translation>Beim Schließen des Fensters läuft Holdfast weiter</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Ctrl+Q quits. Without a tray the window is only minimised.</source>
        <translation>Mit Strg+Q beenden Sie. Ohne Infobereich wird das Fenster nur minimiert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Safety backup before a live site is restored</source>
        <translation>Sicherheitskopie, bevor eine laufende Website wiederhergestellt wird</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>So that a restore can be undone. It can be left out each time.</source>
        <translation>Damit sich eine Wiederherstellung rückgängig machen lässt. Sie können jedes Mal darauf verzichten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>First steps on the overview</source>
        <translation>Erste Schritte in der Übersicht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>First good backup, recovery kit saved, first drill passed.</source>
        <translation>Erste gute Sicherung, Notfallblatt gespeichert, erste Probe bestanden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Try it out</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>A small made-up site with a storage of its own, to back up, break and restore.</source>
        <translation>Eine kleine erfundene Website mit eigenem Speicher: zum Sichern, Kaputtmachen und Wiederherstellen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>A schedule without a time starts from 10:00, spread over your sites so that they do not all begin at once.</source>
        <translation>Ein Zeitplan ohne Uhrzeit beginnt ab 10:00, über Ihre Websites verteilt, damit nicht alle zugleich anfangen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>What was missed while the computer slept or was off is made up for, once, as soon as it can.</source>
        <translation>Was versäumt wurde, während der Computer schlief oder aus war, wird so bald wie möglich einmal nachgeholt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>For sites and storages without a rule of their own. Scheduled runs thin out by it; a storage shows beforehand what goes.</source>
        <translation>Für Websites und Speicher ohne eigene Regel. Läufe nach Zeitplan dünnen danach aus; ein Speicher zeigt vorher, was geht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Add this network</source>
        <translation>Dieses Netz hinzufügen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Networks for large transfers</source>
        <translation>Netze für große Übertragungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Names with commas; empty: any network. On others only small transfers run.</source>
        <translation>Namen mit Kommas; leer: jedes Netz. In anderen laufen nur kleine Übertragungen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Home, Studio</source>
        <translation>Zuhause, Studio</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>When scheduled runs wait</source>
        <translation>Wann Läufe nach Zeitplan warten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Keeping</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>{received} received, {sent} sent</source>
        <translation>{received} empfangen, {sent} gesendet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Jobs at the same time</source>
        <translation>Aufträge gleichzeitig</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Give way to other programs</source>
        <translation>Anderen Programmen den Vortritt lassen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Backups run at low priority.</source>
        <translation>Sicherungen laufen mit niedriger Priorität.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Keep the computer awake</source>
        <translation>Computer wach halten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Only while bytes move. The screen may go dark.</source>
        <translation>Nur solange Daten fließen. Der Bildschirm darf dunkel werden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>When schedules start</source>
        <translation>Wann Zeitpläne beginnen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Catching up</source>
        <translation>Nachholen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Wait for another network</source>
        <translation>Auf ein anderes Netz warten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Small transfers only</source>
        <translation>Nur kleine Übertragungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Use it like any other</source>
        <translation>Wie jedes andere benutzen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Upload at most</source>
        <translation>Hochladen höchstens</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>To storages elsewhere. Disks are not limited.</source>
        <translation>Zu entfernten Speichern. Laufwerke sind nicht begrenzt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Download at most</source>
        <translation>Herunterladen höchstens</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Scheduled transfers a day</source>
        <translation>Übertragungen nach Zeitplan pro Tag</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Then the rest waits for tomorrow. What you start yourself is never held back.</source>
        <translation>Der Rest wartet dann bis morgen. Was Sie selbst starten, wird nie aufgehalten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Moved today</source>
        <translation>Heute übertragen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Over the internet, by networks.</source>
        <translation>Über das Internet, nach Netzen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Where bytes cost money</source>
        <translation>Wo Datenvolumen Geld kostet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Phones and some hotels call themselves so.</source>
        <translation>Telefone und manche Hotels geben sich so zu erkennen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>A transfer is large from</source>
        <translation>Groß ist eine Übertragung ab</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>One of unknown size counts as large.</source>
        <translation>Eine unbekannter Größe gilt als groß.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Connected now</source>
        <translation>Jetzt verbunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>As the system calls it.</source>
        <translation>Wie das System es nennt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Allow this network</source>
        <translation>Dieses Netz erlauben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Adds its name to the list above.</source>
        <translation>Setzt den Namen auf die Liste darüber.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>On battery below</source>
        <translation>Im Akkubetrieb unter</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>100 %: always while on battery.</source>
        <translation>100 %: immer im Akkubetrieb.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>On the clock of this computer; several with commas.</source>
        <translation>Nach der Uhr dieses Computers; mehrere mit Kommas.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>After you log in</source>
        <translation>Nach Ihrer Anmeldung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>So long your computer is left to you.</source>
        <translation>So lange gehört der Computer Ihnen allein.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Ask a site about its work every</source>
        <translation>Eine Website nach ihrer Arbeit fragen alle</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>In its first minute; later more seldom.</source>
        <translation>In der ersten Minute; später seltener.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Call a site overdue after</source>
        <translation>Website als überfällig melden nach</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>When it has had no good backup for so long.</source>
        <translation>Wenn sie so lange keine gute Sicherung hatte.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Drill each site every</source>
        <translation>Jede Website erproben alle</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>A backup is really restored to a scratch place and looked at, after a scheduled run.</source>
        <translation>Eine Sicherung wird nach einem Lauf nach Zeitplan tatsächlich an einem temporären Ort wiederhergestellt und angesehen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Read back a month</source>
        <translation>Monatlich zurücklesen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>From each remote storage, to see that it is whole. Disks are read within 30 days.</source>
        <translation>Aus jedem entfernten Speicher, um zu sehen, dass alles heil ist. Laufwerke werden innerhalb von 30 Tagen gelesen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>no network, or the system does not tell</source>
        <translation>kein Netz, oder das System sagt es nicht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source> KiB/s</source>
        <translation> KiB/s</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Write quiet hours as 22:00-07:00, several with commas.</source>
        <translation>Schreiben Sie Ruhezeiten als 22:00-07:00, mehrere mit Kommas.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source> min</source>
        <translation> Min.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>never by itself</source>
        <translation>nie von selbst</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <location filename="desktop/holdfast_desktop/widgets/month_calendar.py"/>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Others who are told: an office, a chat, a check that warns when no backup comes. Their secrets are in your password store.</source>
        <translation>Andere, die es erfahren: ein Büro, ein Chat, ein Wächter, der warnt, wenn keine Sicherung kommt. Ihre Geheimnisse liegen in Ihrem Schlüsselbund.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Notices of this desktop</source>
        <translation>Mitteilungen dieses Desktops</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>What sites tell Holdfast</source>
        <translation>Was Websites Holdfast melden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Webhooks and pings</source>
        <translation>Webhooks und Pings</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>A backup failed, after its last try</source>
        <translation>Eine Sicherung ist auch nach dem letzten Versuch fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>A site works again after a failure</source>
        <translation>Eine Website funktioniert nach einem Fehler wieder</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>A site has had no good backup for too long</source>
        <translation>Eine Website hatte zu lange keine gute Sicherung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>A drill or a proof failed</source>
        <translation>Eine Probe oder ein Nachweis ist fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>A storage is full or damaged</source>
        <translation>Ein Speicher ist voll oder beschädigt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>The password store is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Tell me when something is wrong</source>
        <translation>Mich benachrichtigen, wenn etwas nicht stimmt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Each problem once, several within ten minutes as one; never while the window is in front. Quiet when all is good.</source>
        <translation>Jedes Problem einmal, mehrere innerhalb von zehn Minuten zusammen; nie, während das Fenster vorn ist. Still, wenn alles gut ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>See how a notice looks</source>
        <translation>Sehen, wie eine Mitteilung aussieht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Hear what sites tell of their backups</source>
        <translation>Hören, was Websites über ihre Sicherungen melden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>While Holdfast runs, on this computer alone. A site reaches it through a tunnel or relay of yours.</source>
        <translation>Solange Holdfast läuft, nur auf diesem Computer. Eine Website erreicht ihn durch einen Tunnel oder ein Relay von Ihnen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Each event is checked for its signature, then the site is asked again.</source>
        <translation>Bei jedem Ereignis wird die Signatur geprüft, dann wird die Website noch einmal gefragt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>This is how Holdfast tells you something.</source>
        <translation>So teilt Holdfast Ihnen etwas mit.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Show one</source>
        <translation>Eine zeigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Nobody is told yet.</source>
        <translation>Noch wird niemand benachrichtigt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>told {when}</source>
        <translation>benachrichtigt {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>not told yet</source>
        <translation>noch nicht benachrichtigt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Test {name}</source>
        <translation>{name} testen</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>{n} messages that wait are dropped.</source>
        <extracomment>One: {n} message that waits is dropped.</extracomment>
        <translation>
            <numerusform>{n} wartende Nachricht wird verworfen.</numerusform>
            <numerusform>{n} wartende Nachrichten werden verworfen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Tell {name} nothing any more?</source>
        <translation>{name} nichts mehr melden?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>It wants nothing any more (it answered 410). A test that it takes switches it on again.</source>
        <translation>Er will nichts mehr wissen (Antwort 410). Ein Test, den er annimmt, schaltet ihn wieder ein.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Last time: {trouble}</source>
        <translation>Letztes Mal: {trouble}</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>{n} messages wait to be sent</source>
        <extracomment>One: {n} message waits to be sent</extracomment>
        <translation>
            <numerusform>{n} Nachricht wartet darauf, gesendet zu werden</numerusform>
            <numerusform>{n} Nachrichten warten darauf, gesendet zu werden</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Works</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Try it with “Test”.</source>
        <translation>Probieren Sie es mit „Testen“ aus.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Add webhook…</source>
        <translation>Webhook hinzufügen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Add ping…</source>
        <translation>Ping hinzufügen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>all sites</source>
        <translation>alle Websites</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>{name} took it</source>
        <translation>{name} hat es angenommen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>It answered {status} after {seconds} s.</source>
        <translation>Antwort {status} nach {seconds} s.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>{name} was not told</source>
        <translation>{name} wurde nicht erreicht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Its address is removed from your password store.</source>
        <translation>Seine Adresse wird aus Ihrem Schlüsselbund entfernt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>a sealed file that a passphrase opens</source>
        <translation>eine versiegelte Datei, die eine Passphrase öffnet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>the password store of this desktop ({name})</source>
        <translation>der Schlüsselbund dieses Desktops ({name})</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>Can be read now</source>
        <translation>Jetzt lesbar</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>While it is locked, backups that need a secret wait.</source>
        <translation>Solange er gesperrt ist, warten Sicherungen, die ein Geheimnis brauchen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>Export the trail</source>
        <translation>Änderungsverlauf exportieren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>Table (*.csv);;JSON lines (*.jsonl)</source>
        <translation>Tabelle (*.csv);;JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>Trail</source>
        <translation>Änderungsverlauf</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>Passphrases and keys are kept in</source>
        <translation>Passphrasen und Schlüssel liegen in</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>Never in files of Holdfast, its logs or its database; an export of settings holds none.</source>
        <translation>Nie in Dateien von Holdfast, seinen Protokollen oder seiner Datenbank; ein Export der Einstellungen enthält keine.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>Lock of its own</source>
        <translation>Eigene Sperre</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>Whoever uses your session can use Holdfast. Lock your screen when you leave; the password store locks with it.</source>
        <translation>Wer Ihre Sitzung benutzen kann, kann auch Holdfast benutzen. Sperren Sie den Bildschirm, wenn Sie gehen; der Schlüsselbund wird mit gesperrt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>What was changed, when and by whom</source>
        <translation>Was geändert wurde, wann und von wem</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>Every change here and every call that changed something on a site, as CSV or JSON lines.</source>
        <translation>Jede Änderung hier und jeder Aufruf, der auf einer Website etwas geändert hat, als CSV oder JSON-Zeilen.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/settings_sections/security.py"/>
        <source>{n} entries were exported</source>
        <extracomment>One: {n} entry was exported</extracomment>
        <translation>
            <numerusform>{n} Eintrag wurde exportiert</numerusform>
            <numerusform>{n} Einträge wurden exportiert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/updates.py"/>
        <source>This version</source>
        <translation>Diese Version</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/updates.py"/>
        <source>Apache 2.0 licence. Icons: Lucide (ISC).</source>
        <translation>Apache-2.0-Lizenz. Symbole: Lucide (ISC).</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/updates.py"/>
        <source>Made with</source>
        <translation>Hergestellt mit</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/updates.py"/>
        <source>No automatic update</source>
        <translation>Keine automatische Aktualisierung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/updates.py"/>
        <source>Holdfast asks nobody for a newer version. It comes as this one came: by your package manager, or installed anew.</source>
        <translation>Holdfast fragt nirgends nach einer neueren Version. Sie kommt wie diese: über Ihre Paketverwaltung oder durch eine neue Installation.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/updates.py"/>
        <source>Your backups do not depend on it</source>
        <translation>Ihre Sicherungen hängen nicht davon ab</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/updates.py"/>
        <source>They are in the restic format, version 2: any restic opens them, also without Holdfast.</source>
        <translation>Sie sind im Format von restic, Version 2: Jedes restic öffnet sie, auch ohne Holdfast.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/updates.py"/>
        <source>by you</source>
        <translation>durch Sie</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/updates.py"/>
        <source>restic, version 2</source>
        <translation>restic, Version 2</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_preview.py"/>
        <source>Last good</source>
        <translation>Letzte gute</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_preview.py"/>
        <source>Backups in</source>
        <translation>Sicherungen in</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_preview.py"/>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Other ways to back it up</source>
        <translation>Andere Arten zu sichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Back to all sites</source>
        <translation>Zurück zu allen Websites</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/widgets/action_bar.py"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Fetch what the site made since last time</source>
        <translation>Holen, was die Website seit dem letzten Mal angelegt hat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Drill: restore the newest to a scratch place</source>
        <translation>Probe: die neueste an einem temporären Ort wiederherstellen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Its backups are not kept in a storage of Holdfast.</source>
        <translation>Ihre Sicherungen liegen nicht in einem Speicher von Holdfast.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>With options…</source>
        <translation>Mit Optionen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>With a label…</source>
        <translation>Mit einer Bezeichnung…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Download the newest backup</source>
        <translation>Neueste Sicherung herunterladen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>last backup {when}</source>
        <translation>letzte Sicherung {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Everything, only changes read</source>
        <translation>Alles, nur Änderungen gelesen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>Everything, every file read anew</source>
        <translation>Alles, jede Datei neu gelesen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>Only the database</source>
        <translation>Nur die Datenbank</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>Only the files</source>
        <translation>Nur die Dateien</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Test the sign-in</source>
        <translation>Anmeldung testen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>How long backups stay…</source>
        <translation>Wie lange Sicherungen bleiben…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_findings.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Look and confirm…</source>
        <translation>Ansehen und bestätigen…</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/site_findings.py"/>
        <source>And {n} more to look at.</source>
        <extracomment>One: And {n} more to look at.</extracomment>
        <translation>
            <numerusform>Und {n} weiteres anzusehen.</numerusform>
            <numerusform>Und {n} weitere anzusehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>Tags of {n} sites</source>
        <extracomment>One: Tags of {n} site</extracomment>
        <translation>
            <numerusform>Schlagwörter von {n} Website</numerusform>
            <numerusform>Schlagwörter von {n} Websites</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>its storage</source>
        <translation>ihrem Speicher</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>{n} backups stay in {where}.</source>
        <extracomment>One: {n} backup stays in {where}.</extracomment>
        <translation>
            <numerusform>{n} Sicherung bleibt in {where}.</numerusform>
            <numerusform>{n} Sicherungen bleiben in {where}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>For 30 days it can be brought back as it was, as long as its backups stay.</source>
        <translation>30 Tage lang lässt sie sich so zurückholen, wie sie war, solange ihre Sicherungen bleiben.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>Remove with {n} backups</source>
        <extracomment>One: Remove with {n} backup</extracomment>
        <translation>
            <numerusform>Mit {n} Sicherung entfernen</numerusform>
            <numerusform>Mit {n} Sicherungen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>Tags of {site}</source>
        <translation>Schlagwörter von {site}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>Save the list of sites</source>
        <translation>Liste der Websites speichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>{n} schedules end.</source>
        <extracomment>One: {n} schedule ends.</extracomment>
        <translation>
            <numerusform>{n} Zeitplan endet.</numerusform>
            <numerusform>{n} Zeitpläne enden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>{n} backups were removed with it.</source>
        <extracomment>One: {n} backup was removed with it.</extracomment>
        <translation>
            <numerusform>{n} Sicherung wurde mit entfernt.</numerusform>
            <numerusform>{n} Sicherungen wurden mit entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>Its database password has to be given again.</source>
        <translation>Das Passwort ihrer Datenbank muss neu eingegeben werden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>{site} is back</source>
        <translation>{site} ist zurück</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>Remove, keep backups</source>
        <translation>Entfernen, Sicherungen behalten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_flows.py"/>
        <source>Its backups stay.</source>
        <translation>Die Sicherungen bleiben.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_help.py"/>
        <source>Please let requests to {address} pass without a challenge or block page. They come from a backup program (User-Agent: Holdfast) and are signed in with an application password. In Cloudflare: a custom rule for the path /wp-json/ with the action Skip.</source>
        <translation>Bitte lassen Sie Anfragen an {address} ohne Prüf- oder Sperrseite durch. Sie kommen von einem Sicherungsprogramm (User-Agent: Holdfast) und sind mit einem Anwendungspasswort angemeldet. In Cloudflare: eine eigene Regel für den Pfad /wp-json/ mit der Aktion Skip.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_help.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_help.py"/>
        <source>Send it to the host of {site}, or add the rule yourself.</source>
        <translation>Schicken Sie sie an den Hoster von {site}, oder legen Sie die Regel selbst an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Open site</source>
        <translation>Website öffnen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>List backups</source>
        <translation>Sicherungen auflisten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <source>Why does no backup run now?</source>
        <translation>Warum läuft jetzt keine Sicherung?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <source>Show what restoring would do</source>
        <translation>Zeigen, was eine Wiederherstellung täte</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <source>List its files</source>
        <translation>Dateien auflisten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_outlook.py"/>
        <location filename="desktop/holdfast_desktop/pages/why_card.py"/>
        <source>Why not now?</source>
        <translation>Warum nicht jetzt?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_outlook.py"/>
        <source>Evidence…</source>
        <translation>Nachweis…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_outlook.py"/>
        <source>Hide reasons</source>
        <translation>Gründe ausblenden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_outlook.py"/>
        <location filename="desktop/holdfast_desktop/pages/why_card.py"/>
        <source>Nothing speaks against it.</source>
        <translation>Nichts spricht dagegen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_preview.py"/>
        <source>Client</source>
        <translation>Kunde</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>{n} sites chosen</source>
        <extracomment>One: {n} site chosen</extracomment>
        <translation>
            <numerusform>{n} Website ausgewählt</numerusform>
            <numerusform>{n} Websites ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>No site is chosen</source>
        <translation>Keine Website ausgewählt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/why_card.py"/>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Back up {n} sites</source>
        <extracomment>One: Back up {n} site</extracomment>
        <translation>
            <numerusform>{n} Website sichern</numerusform>
            <numerusform>{n} Websites sichern</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Attention</source>
        <translation>Auffällig</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>No backup yet</source>
        <translation>Nie gesichert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>No site fits the filter</source>
        <translation>Keine Website passt zum Filter</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Search storages</source>
        <translation>Speicher suchen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Storages</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Last check</source>
        <translation>Letzte Prüfung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Locked by</source>
        <translation>Gesperrt von</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>No storage yet</source>
        <translation>Noch kein Speicher</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Choose where backups live: a disk or an S3 bucket.</source>
        <translation>Wählen Sie, wo Sicherungen liegen: auf einem Laufwerk oder in einem S3-Bucket.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>as of {time}</source>
        <translation>Stand {time}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>No storage with this name</source>
        <translation>Kein Speicher mit diesem Namen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>proven {when}</source>
        <translation>erprobt {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>never proven</source>
        <translation>nie erprobt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Only data that no backup needs any more is removed. No backup gets smaller.</source>
        <translation>Es wird nur entfernt, was keine Sicherung mehr braucht. Keine Sicherung wird kleiner.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Free {size} in {name}?</source>
        <translation>{size} in {name} freigeben?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Repair {name}?</source>
        <translation>{name} reparieren?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>The list of what is stored is made anew.</source>
        <translation>Die Liste des Gespeicherten wird neu angelegt.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>{n} files are gone from the storage.</source>
        <extracomment>One: {n} file is gone from the storage.</extracomment>
        <translation>
            <numerusform>{n} Datei fehlt im Speicher.</numerusform>
            <numerusform>{n} Dateien fehlen im Speicher.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>{n} damaged files are read for what is still good.</source>
        <extracomment>One: {n} damaged file is read for what is still good.</extracomment>
        <translation>
            <numerusform>Aus {n} beschädigten Datei wird gerettet, was noch gut ist.</numerusform>
            <numerusform>Aus {n} beschädigten Dateien wird gerettet, was noch gut ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>{n} files cannot be read and stay.</source>
        <extracomment>One: {n} file cannot be read and stays.</extracomment>
        <translation>
            <numerusform>{n} Datei ist nicht lesbar und bleibt.</numerusform>
            <numerusform>{n} Dateien sind nicht lesbar und bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>{n} backups cannot be read any more.</source>
        <extracomment>One: {n} backup cannot be read any more.</extracomment>
        <translation>
            <numerusform>{n} Sicherung ist nicht mehr lesbar.</numerusform>
            <numerusform>{n} Sicherungen sind nicht mehr lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Nothing to drill in {name}</source>
        <translation>In {name} gibt es nichts zu erproben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>No site has a backup there yet.</source>
        <translation>Noch keine Website hat dort eine Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Nothing to free in {name}</source>
        <translation>In {name} gibt es nichts freizugeben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Every byte there belongs to a backup.</source>
        <translation>Jedes Byte dort gehört zu einer Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>For that {size} are read and partly written again.</source>
        <translation>Dafür werden {size} gelesen und zum Teil neu geschrieben.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Without a backup there everything would go. This looks like a mistake, unless you deleted all of them on purpose.</source>
        <translation>Ohne eine Sicherung dort würde alles gelöscht. Das sieht nach einem Versehen aus, es sei denn, Sie haben alle mit Absicht gelöscht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Nothing to repair in {name}</source>
        <translation>In {name} gibt es nichts zu reparieren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Index and packs fit together.</source>
        <translation>Index und Datenpakete passen zusammen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>{n} locks were removed</source>
        <extracomment>One: {n} lock was removed</extracomment>
        <translation>
            <numerusform>{n} Sperre wurde entfernt</numerusform>
            <numerusform>{n} Sperren wurden entfernt</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>{name} works</source>
        <translation>{name} funktioniert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>{name} does not work as it should</source>
        <translation>{name} funktioniert nicht, wie es sollte</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Not: {what}</source>
        <translation>Nicht: {what}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>{name} is intact</source>
        <translation>{name} ist unbeschädigt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Everything that backups need is there.</source>
        <translation>Alles, was Sicherungen brauchen, ist da.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Repair and remove {n} backups</source>
        <extracomment>One: Repair and remove {n} backup</extracomment>
        <translation>
            <numerusform>Reparieren und {n} Sicherung entfernen</numerusform>
            <numerusform>Reparieren und {n} Sicherungen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Nothing is dropped that is not proven bad; what can still be read is saved.</source>
        <translation>Es wird nur verworfen, was nachweislich beschädigt ist; was sich noch lesen lässt, wird gerettet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Remove everything</source>
        <translation>Alles entfernen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_care.py"/>
        <source>Free {size}</source>
        <translation>{size} freigeben</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>{n} backups stay at {place}.</source>
        <extracomment>One: {n} backup stays at {place}.</extracomment>
        <translation>
            <numerusform>{n} Sicherung bleibt in {place}.</numerusform>
            <numerusform>{n} Sicherungen bleiben in {place}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>{n} sites make their backups there: {sites}. Give them another storage first.</source>
        <extracomment>One: {n} site makes its backups there: {sites}. Give it another storage first.</extracomment>
        <translation>
            <numerusform>{n} Website sichert dorthin: {sites}. Geben Sie ihr zuerst einen anderen Speicher.</numerusform>
            <numerusform>{n} Websites sichern dorthin: {sites}. Geben Sie ihnen zuerst einen anderen Speicher.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Passphrase of {name}</source>
        <translation>Passphrase von {name}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>It is tried first and then kept in your password store.</source>
        <translation>Sie wird zuerst ausprobiert und dann in Ihrem Schlüsselbund aufbewahrt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>One more passphrase for {name}</source>
        <translation>Eine weitere Passphrase für {name}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>It opens the same backups. Holdfast does not keep it: write it down, or hand it on.</source>
        <translation>Sie öffnet dieselben Sicherungen. Holdfast bewahrt sie nicht auf: Schreiben Sie sie auf oder geben Sie sie weiter.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Another passphrase for {name}</source>
        <translation>Eine andere Passphrase für {name}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>The one in use opens nothing afterwards: a recovery kit that you saved before is worthless then.</source>
        <translation>Die jetzige öffnet danach nichts mehr: Ein früher gespeichertes Notfallblatt ist dann wertlos.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Take the passphrase of {who} away?</source>
        <translation>Passphrase von {who} entfernen?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Whoever has only this one cannot open {name} any more. The backups stay.</source>
        <translation>Wer nur diese hat, kann {name} nicht mehr öffnen. Die Sicherungen bleiben.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Remove {name} from Holdfast?</source>
        <translation>{name} aus Holdfast entfernen?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>{name} is in use</source>
        <translation>{name} ist in Benutzung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>{name} has one more passphrase</source>
        <translation>{name} hat eine weitere Passphrase</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>The passphrase of {who} opens {name} no more</source>
        <translation>Die Passphrase von {who} öffnet {name} nicht mehr</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Settings in {name}</source>
        <translation>Einstellungen in {name}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Take it away</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>You can add it again with its passphrase: is its recovery kit saved?</source>
        <translation>Mit der Passphrase können Sie ihn wieder hinzufügen: Ist das Notfallblatt gespeichert?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_entries.py"/>
        <source>Show sites</source>
        <translation>Websites zeigen</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>{n} sites have backups there.</source>
        <extracomment>One: {n} site has backups there.</extracomment>
        <translation>
            <numerusform>{n} Website hat dort Sicherungen.</numerusform>
            <numerusform>{n} Websites haben dort Sicherungen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>{name} was adopted</source>
        <translation>{name} wurde übernommen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Recovery kit saved</source>
        <translation>Notfallblatt gespeichert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>It opens in your browser: print it there. The file is removed when Holdfast ends.</source>
        <translation>Sie öffnet sich in Ihrem Browser: Drucken Sie sie dort. Die Datei wird entfernt, wenn Holdfast endet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Save the page and print it elsewhere.</source>
        <translation>Speichern Sie die Seite und drucken Sie sie anderswo.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Is everything there that the backups need?</source>
        <translation>Ist alles da, was die Sicherungen brauchen?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>More about this storage</source>
        <translation>Mehr über diesen Speicher</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Compare with the size without deduplication</source>
        <translation>Mit der Größe ohne Deduplizierung vergleichen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Test access</source>
        <translation>Zugriff testen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Enter passphrase…</source>
        <translation>Passphrase eingeben…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Look at it…</source>
        <translation>Ansehen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>{stored} hold {original} of backups: {percent} % of the room</source>
        <translation>{stored} enthalten {original} an Sicherungen: {percent} % des Platzes</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Room</source>
        <translation>Platz</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Who uses it…</source>
        <translation>Wer ihn benutzt…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Repair…</source>
        <translation>Reparieren…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Bring in settings of another computer…</source>
        <translation>Einstellungen eines anderen Computers übernehmen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Read back…</source>
        <translation>Zurücklesen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Read a part of the files, or all of them</source>
        <translation>Einen Teil der Dateien oder alle lesen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Drill…</source>
        <translation>Erproben…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Really restore a backup to a scratch place</source>
        <translation>Eine Sicherung tatsächlich an einem temporären Ort wiederherstellen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Measure</source>
        <translation>Ausmessen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Free space…</source>
        <translation>Platz freigeben…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Recovery kit…</source>
        <translation>Notfallblatt…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Passphrases…</source>
        <translation>Passphrasen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>“Measure” shows how much room deduplication saves.</source>
        <translation>„Ausmessen“ zeigt, wie viel Platz die Deduplizierung spart.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Free there</source>
        <translation>Dort frei</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>Its key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>List is from</source>
        <translation>Stand der Liste</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_panel.py"/>
        <source>as in the settings</source>
        <translation>wie in den Einstellungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/why_card.py"/>
        <source>What did not run lately</source>
        <translation>Was zuletzt nicht gelaufen ist</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/why_card.py"/>
        <source>and {n} more, see Activity</source>
        <extracomment>One: and {n} more, see Activity</extracomment>
        <translation>
            <numerusform>und {n} weiterer, siehe „Aktivität“</numerusform>
            <numerusform>und {n} weitere, siehe „Aktivität“</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <source>Open Holdfast</source>
        <translation>Holdfast öffnen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <source>Only sites needing attention</source>
        <translation>Nur Websites mit Handlungsbedarf</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/announcing.py"/>
        <source>{site}, {operation}: {state}</source>
        <translation>{site}, {operation}: {state}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/announcing.py"/>
        <source>{operation}: {state}</source>
        <translation>{operation}: {state}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/bar.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/cards.py"/>
        <source>Do not show this list any more</source>
        <translation>Diese Liste nicht mehr zeigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/cards.py"/>
        <source>{done} of {n} done</source>
        <translation>{done} von {n} erledigt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/cards.py"/>
        <source>Getting safe</source>
        <translation>Der Weg zur Sicherheit</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/cards.py"/>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/file_tree.py"/>
        <source>Find in this backup</source>
        <translation>In dieser Sicherung suchen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/file_tree.py"/>
        <source>Files of the backup</source>
        <translation>Dateien der Sicherung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/file_tree.py"/>
        <source>This backup holds no files</source>
        <translation>Diese Sicherung enthält keine Dateien</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/file_tree.py"/>
        <source>No file with that name in this backup</source>
        <translation>Keine Datei mit diesem Namen in dieser Sicherung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <source>Finished today</source>
        <translation>Heute beendet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <source>Nothing has run today.</source>
        <translation>Heute ist noch nichts gelaufen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <source>Hide jobs</source>
        <translation>Aufträge ausblenden</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} jobs running</source>
        <extracomment>One: {n} job running</extracomment>
        <translation>
            <numerusform>{n} Auftrag läuft</numerusform>
            <numerusform>{n} Aufträge laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <source>Finished today ({n})</source>
        <extracomment>One: Finished today ({n})</extracomment>
        <translation>
            <numerusform>Heute beendet ({n})</numerusform>
            <numerusform>Heute beendet ({n})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <source>and {n} more waiting</source>
        <extracomment>One: and {n} more waiting</extracomment>
        <translation>
            <numerusform>und {n} weiterer wartet</numerusform>
            <numerusform>und {n} weitere warten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/job_row.py"/>
        <source>Run now</source>
        <translation>Jetzt ausführen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/job_row.py"/>
        <source>Log of this job</source>
        <translation>Protokoll dieses Auftrags</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/job_row.py"/>
        <source>Cancel this job</source>
        <translation>Diesen Auftrag abbrechen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/kept_year.py"/>
        <source>no backup</source>
        <translation>keine Sicherung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/kept_year.py"/>
        <location filename="desktop/holdfast_desktop/widgets/month_calendar.py"/>
        <source>{day}: {what}</source>
        <translation>{day}: {what}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/kept_year.py"/>
        <source>stays</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/kept_year.py"/>
        <source>goes</source>
        <translation>geht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/kept_year.py"/>
        <source>one stays, others go</source>
        <translation>eine bleibt, andere gehen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/month_calendar.py"/>
        <source>Month before</source>
        <translation>Monat davor</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/month_calendar.py"/>
        <source>Month after</source>
        <translation>Monat danach</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/widgets/size_chart.py"/>
        <source>{day}: {stored} in {n} backups</source>
        <extracomment>One: {day}: {stored} in {n} backup</extracomment>
        <translation>
            <numerusform>{day}: {stored} in {n} Sicherung</numerusform>
            <numerusform>{day}: {stored} in {n} Sicherungen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/size_chart.py"/>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>d MMM yyyy</source>
        <comment>Qt's letters for a date</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/size_chart.py"/>
        <source>Size over time</source>
        <translation>Größe im Lauf der Zeit</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/size_chart.py"/>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/size_chart.py"/>
        <source>{held}, instead of {original}</source>
        <translation>{held} statt {original}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/skeleton.py"/>
        <location filename="desktop/holdfast_desktop/widgets/states.py"/>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/contents.py"/>
        <source>{files} files, {size}</source>
        <translation>{files} Dateien, {size}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/contents.py"/>
        <source>What a backup would take now: {left}.</source>
        <translation>Was eine Sicherung jetzt umfasst: {left}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/contents.py"/>
        <source>{files} files and {size} less than now; what stays: {left}.</source>
        <translation>{files} Dateien und {size} weniger als jetzt; es bleibt: {left}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/contents.py"/>
        <source>{files} files and {size} more than now; in all: {left}.</source>
        <translation>{files} Dateien und {size} mehr als jetzt; insgesamt: {left}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/contents.py"/>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Caches</source>
        <translation>Caches</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/contents.py"/>
        <source>What WordPress and its cache plugins make anew by themselves</source>
        <translation>Was WordPress und seine Cache-Plugins von selbst neu anlegen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/contents.py"/>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Archives of other backup plugins</source>
        <translation>Archive anderer Sicherungs-Plugins</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/contents.py"/>
        <source>UpdraftPlus, Duplicator, All-in-One, BackWPup and the like</source>
        <translation>UpdraftPlus, Duplicator, All-in-One, BackWPup und Ähnliche</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/contents.py"/>
        <source>error_log, debug.log and the logs of shops</source>
        <translation>error_log, debug.log und die Protokolle von Shops</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/contents.py"/>
        <source>Tools of developers</source>
        <translation>Werkzeuge der Entwicklung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/contents.py"/>
        <source>node_modules, .git, .svn</source>
        <translation>node_modules, .git, .svn</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/contents.py"/>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Staging copies</source>
        <translation>Staging-Kopien</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/contents.py"/>
        <source>Copies of the site inside itself</source>
        <translation>Kopien der Website in ihr selbst</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/days.py"/>
        <source>{n} days: {what}</source>
        <extracomment>One: {n} day: {what}</extracomment>
        <translation>
            <numerusform>{n} Tag: {what}</numerusform>
            <numerusform>{n} Tage: {what}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/days.py"/>
        <source>{n} backed up</source>
        <extracomment>One: {n} backed up</extracomment>
        <translation>
            <numerusform>{n} gesichert</numerusform>
            <numerusform>{n} gesichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/days.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} with warnings</source>
        <extracomment>One: {n} with warnings</extracomment>
        <translation>
            <numerusform>{n} mit Warnungen</numerusform>
            <numerusform>{n} mit Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/days.py"/>
        <source>1 failed on {day}</source>
        <translation>1 fehlgeschlagen am {day}</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/days.py"/>
        <source>{n} missed</source>
        <extracomment>One: {n} missed</extracomment>
        <translation>
            <numerusform>{n} verpasst</numerusform>
            <numerusform>{n} verpasst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/days.py"/>
        <source>{n} cancelled</source>
        <extracomment>One: {n} cancelled</extracomment>
        <translation>
            <numerusform>{n} abgebrochen</numerusform>
            <numerusform>{n} abgebrochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/days.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} without a backup</source>
        <extracomment>One: {n} without a backup</extracomment>
        <translation>
            <numerusform>{n} ohne Sicherung</numerusform>
            <numerusform>{n} ohne Sicherung</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/days.py"/>
        <source>{n} failed, the last on {day}</source>
        <translation>{n} fehlgeschlagen, zuletzt am {day}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>WordPress interface</source>
        <translation>WordPress-Schnittstelle</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>Backup plugin</source>
        <translation>Sicherungs-Plugin</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>Ways to sign in</source>
        <translation>Anmeldearten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>Reachable</source>
        <translation>Erreichbar</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>HTTPS</source>
        <translation>HTTPS</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>No HTTPS</source>
        <translation>Kein HTTPS</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>No HTTPS, as usual on this computer</source>
        <translation>Kein HTTPS, wie auf diesem Computer üblich</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>Sign-in in the browser</source>
        <translation>Anmeldung im Browser</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>Sign-in with a password or key</source>
        <translation>Anmeldung mit Passwort oder Schlüssel</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>No way to sign in</source>
        <translation>Keine Möglichkeit zur Anmeldung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>No backup plugin that Holdfast knows</source>
        <translation>Kein Sicherungs-Plugin, das Holdfast kennt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>Hosted at WP Engine</source>
        <translation>Liegt bei WP Engine</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>Not reachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>The certificate is not trusted</source>
        <translation>Dem Zertifikat wird nicht vertraut</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>No WordPress interface</source>
        <translation>Keine WordPress-Schnittstelle</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>WordPress answers</source>
        <translation>WordPress antwortet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/doctor.py"/>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/doctor.py"/>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/doctor.py"/>
        <source>Rights of folders</source>
        <translation>Rechte von Ordnern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/doctor.py"/>
        <source>Room on the disk</source>
        <translation>Platz auf dem Laufwerk</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/doctor.py"/>
        <source>File of settings</source>
        <translation>Datei der Einstellungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/doctor.py"/>
        <source>Lists of files</source>
        <translation>Listen der Dateien</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/doctor.py"/>
        <source>Crashes</source>
        <translation>Abstürze</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/doctor.py"/>
        <source>Password store</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/doctor.py"/>
        <source>Settings kept in a storage</source>
        <translation>In einem Speicher gesicherte Einstellungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/doctor.py"/>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/doctor.py"/>
        <source>Data of Holdfast</source>
        <translation>Daten von Holdfast</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Show files</source>
        <translation>Dateien zeigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Open storage</source>
        <translation>Speicher öffnen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Remove lock…</source>
        <translation>Sperre entfernen…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Drill again</source>
        <translation>Neue Probe</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Choose folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Open plugins page</source>
        <translation>Plugin-Seite öffnen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Copy rule for the host</source>
        <translation>Regel für den Hoster kopieren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Undo…</source>
        <translation>Rückgängig…</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>an unknown amount</source>
        <translation>eine unbekannte Menge</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{subject} refused the sign-in</source>
        <translation>{subject} hat die Anmeldung abgelehnt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The saved access no longer works. No backups will run until it is renewed; existing ones are safe.</source>
        <translation>Der gespeicherte Zugang funktioniert nicht mehr. Bis er erneuert ist, läuft keine Sicherung; vorhandene sind nicht betroffen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Holdfast may not do this on {subject}</source>
        <translation>{subject}: Holdfast darf das hier nicht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The account works but lacks a needed right.</source>
        <translation>Das Konto funktioniert, aber ein nötiges Recht fehlt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Waiting for the internet</source>
        <translation>Warten auf das Internet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Backups that are due will start when you are back online.</source>
        <translation>Fällige Sicherungen beginnen, sobald Sie wieder online sind.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject} could not be reached</source>
        <translation>{subject} war nicht erreichbar</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Nothing was lost: what was already stored is kept and used by the next run.</source>
        <translation>Nichts ist verloren: Was schon gespeichert war, bleibt und wird vom nächsten Lauf verwendet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject} did not answer in time</source>
        <translation>{subject} hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} cannot be found</source>
        <translation>{host} ist nicht zu finden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The name did not resolve. Check the address, or try again when you are online.</source>
        <translation>Der Name ließ sich nicht auflösen. Prüfen Sie die Adresse oder versuchen Sie es erneut, wenn Sie online sind.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The certificate of {subject} is not trusted</source>
        <translation>{subject}: Dem Zertifikat wird nicht vertraut</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>No data for a while</source>
        <translation>Seit einer Weile keine Daten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The job is kept and will be retried; what was stored stays.</source>
        <translation>Der Auftrag bleibt bestehen und wird wiederholt; was gespeichert ist, bleibt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Unlock your password store</source>
        <translation>Entsperren Sie Ihren Schlüsselbund</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Passphrases are kept there. Backups wait until you unlock it; everything else goes on.</source>
        <translation>Dort liegen die Passphrasen. Sicherungen warten, bis Sie ihn entsperren; alles andere geht weiter.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>They could not be read. The rest is safe.</source>
        <translation>Sie ließen sich nicht lesen. Der Rest ist gesichert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject} was backed up with warnings</source>
        <translation>{subject} wurde mit Warnungen gesichert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{message}</source>
        <translation>{message}</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>No good backup of {subject} for {n} days</source>
        <extracomment>One: No good backup of {subject} for {n} day</extracomment>
        <translation>
            <numerusform>{subject}: seit {n} Tag keine gute Sicherung</numerusform>
            <numerusform>{subject}: seit {n} Tagen keine gute Sicherung</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>What changed since then is not safe.</source>
        <translation>Was sich seither geändert hat, ist nicht gesichert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject} has no backup yet</source>
        <translation>{subject} hat noch keine Sicherung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The backup of {subject} was interrupted</source>
        <translation>{subject}: Die Sicherung wurde unterbrochen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The computer slept or the program was closed. What was stored is used by the next run.</source>
        <translation>Der Computer hat geschlafen oder das Programm wurde geschlossen. Was gespeichert ist, wird vom nächsten Lauf verwendet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The drill of {subject} failed</source>
        <translation>{subject}: Die Probe ist fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>A backup could not be restored as it should. Look at the details before you rely on it.</source>
        <translation>Eine Sicherung ließ sich nicht so wiederherstellen, wie sie sollte. Sehen Sie sich die Details an, bevor Sie sich darauf verlassen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The drill of {subject} found something odd</source>
        <translation>{subject}: Die Probe hat etwas Seltsames gefunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The backup was restored, but not everything in it was as it should be: {message}</source>
        <translation>Die Sicherung wurde wiederhergestellt, aber nicht alles darin war, wie es sein sollte: {message}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The backup of {subject} was read, not loaded</source>
        <translation>{subject}: Die Sicherung wurde gelesen, nicht geladen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>This computer has no database server to try the database in. Nothing was found wrong.</source>
        <translation>Auf diesem Computer gibt es keinen Datenbankserver, um die Datenbank auszuprobieren. Es wurde kein Fehler gefunden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The folder of {subject} is not there</source>
        <translation>Der Ordner von {subject} ist nicht da</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Was it moved, or is its disk not connected? Earlier backups are safe.</source>
        <translation>Wurde er verschoben, oder ist sein Datenträger nicht angeschlossen? Frühere Sicherungen sind sicher.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The folder of {subject} may not be read</source>
        <translation>Der Ordner von {subject} darf nicht gelesen werden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Give your user the right to read it, and try again. Earlier backups are safe.</source>
        <translation>Geben Sie Ihrem Benutzer das Recht, ihn zu lesen, und versuchen Sie es noch einmal. Frühere Sicherungen sind sicher.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The work on {subject} ended by itself</source>
        <translation>Die Arbeit an {subject} endete von selbst</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Was it ended from outside, or was memory short? Earlier backups are safe, and what was stored is used again.</source>
        <translation>Wurde sie von außen beendet, oder war der Arbeitsspeicher knapp? Frühere Sicherungen sind sicher, und was gespeichert wurde, wird wieder verwendet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject} is paused</source>
        <translation>{subject} ist angehalten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Its schedules wait until the pause is over.</source>
        <translation>Die Zeitpläne warten, bis die Pause vorbei ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>A backup of {subject} did not verify</source>
        <translation>{subject}: Eine Sicherung ließ sich nicht verifizieren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Not everything in it could be read back. The details say what.</source>
        <translation>Nicht alles darin ließ sich zurücklesen. Die Details sagen, was.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The computer clock jumped</source>
        <translation>Die Uhr des Computers ist gesprungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Ages and schedules were recalculated.</source>
        <translation>Alter und Zeitpläne wurden neu berechnet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>What was stored stays usable, and the next run goes on from it.</source>
        <translation>Was gespeichert ist, bleibt nutzbar, und der nächste Lauf macht dort weiter.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Something is missing</source>
        <translation>Etwas fehlt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The storage</source>
        <translation>Der Speicher</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject}: backed up, {n} files skipped</source>
        <extracomment>One: {subject}: backed up, {n} file skipped</extracomment>
        <translation>
            <numerusform>{subject}: gesichert, {n} Datei ausgelassen</numerusform>
            <numerusform>{subject}: gesichert, {n} Dateien ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject}: backed up, some files skipped</source>
        <translation>{subject}: gesichert, einige Dateien ausgelassen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>Files: {before} before, {after} now</source>
        <translation>Dateien: vorher {before}, jetzt {after}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>Size: {before} before, {after} now</source>
        <translation>Größe: {before} vorher, {after} jetzt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>No database in the backups</source>
        <translation>Keine Datenbank in den Sicherungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>Files changed at once: {n}</source>
        <translation>Auf einmal geänderte Dateien: {n}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>New PHP files among the uploads: {n}</source>
        <translation>Neue PHP-Dateien unter den Uploads: {n}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>Files of WordPress itself that were changed without an update: {n}</source>
        <translation>Dateien von WordPress selbst, die ohne Update geändert wurden: {n}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>… and {n} more</source>
        <translation>… und {n} weitere</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>{subject} has lost more than half of its files</source>
        <translation>{subject} hat mehr als die Hälfte der Dateien verloren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>There were {before} files, and there are {after} now. Old backups are kept until you say that this is meant.</source>
        <translation>Es waren {before} Dateien, jetzt sind es {after}. Alte Sicherungen bleiben, bis Sie sagen, dass das so gewollt ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>{subject} has lost more than half of its size</source>
        <translation>{subject} hat mehr als die Hälfte seiner Größe verloren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>Most of its files are there, but what was in them is not. The backups before it are as they were.</source>
        <translation>Die meisten Dateien sind da, ihr Inhalt aber nicht. Die Sicherungen davor sind, wie sie waren.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>{subject} is backed up without its database</source>
        <translation>{subject} wird ohne Datenbank gesichert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>Its pages and posts are in the database. Without it a restore brings back the files only.</source>
        <translation>Seiten und Beiträge stehen in der Datenbank. Ohne sie bringt eine Wiederherstellung nur die Dateien zurück.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>{n} files of {subject} were changed at once</source>
        <extracomment>One: {n} file of {subject} was changed at once</extracomment>
        <translation>
            <numerusform>{n} Datei von {subject} wurde auf einmal geändert</numerusform>
            <numerusform>{n} Dateien von {subject} wurden auf einmal geändert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>This is unusual. The backups before it are as they were.</source>
        <translation>Das ist ungewöhnlich. Die Sicherungen davor sind, wie sie waren.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>{n} new programs among the uploads of {subject}</source>
        <extracomment>One: {n} new program among the uploads of {subject}</extracomment>
        <translation>
            <numerusform>{n} neues Programm unter den Uploads von {subject}</numerusform>
            <numerusform>{n} neue Programme unter den Uploads von {subject}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>Pictures and documents belong there, not PHP: this is how break-ins often look.</source>
        <translation>Dort gehören Bilder und Dokumente hin, kein PHP: So sehen Einbrüche oft aus.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>{n} files of WordPress itself were changed on {subject}</source>
        <extracomment>One: {n} file of WordPress itself was changed on {subject}</extracomment>
        <translation>
            <numerusform>{n} Datei von WordPress selbst wurde auf {subject} geändert</numerusform>
            <numerusform>{n} Dateien von WordPress selbst wurden auf {subject} geändert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>Its version is the same, so no update did it: this is how break-ins often look.</source>
        <translation>Die Version ist dieselbe, also war es kein Update: So sehen Einbrüche oft aus.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>usually about {n} h</source>
        <translation>meist etwa {n} Std.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Next try {when} (attempt {attempt} of {of})</source>
        <translation>Nächster Versuch {when} (Versuch {attempt} von {of})</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Retrying {when} (attempt {attempt} of {of}): {reason}</source>
        <translation>Neuer Versuch {when} (Versuch {attempt} von {of}): {reason}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Verification</source>
        <translation>Verifizierung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Drill</source>
        <comment>noun</comment>
        <translation>Probe</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Free space</source>
        <translation>Platz freigeben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Clean up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Refresh list</source>
        <translation>Liste aktualisieren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Starting</source>
        <translation>Wird gestartet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Opening the storage</source>
        <translation>Speicher wird geöffnet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Looking for changes</source>
        <translation>Änderungen werden gesucht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Reading the database</source>
        <translation>Datenbank wird gelesen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Writing the index</source>
        <translation>Index wird geschrieben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Finishing</source>
        <translation>Wird abgeschlossen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Loading the database</source>
        <translation>Datenbank wird geladen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Checking</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Listing</source>
        <translation>Auflisten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Copying</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Deleting</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Planning</source>
        <translation>Planen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Listing files</source>
        <translation>Dateien werden aufgelistet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Safety backup</source>
        <translation>Sicherheitskopie</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Asking the site</source>
        <translation>Die Website wird gefragt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Looking whether the site has begun</source>
        <translation>Es wird nachgesehen, ob die Website begonnen hat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>The site does not answer; it is asked again</source>
        <translation>Die Website antwortet nicht; sie wird noch einmal gefragt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Waiting for its turn on the site</source>
        <translation>Wartet auf der Website, bis es an der Reihe ist</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>The site restores</source>
        <translation>Die Website stellt wieder her</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>The site works</source>
        <translation>Die Website arbeitet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>The site packs an archive</source>
        <translation>Die Website packt ein Archiv</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Looking at the site</source>
        <translation>Die Website wird untersucht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Unpacking</source>
        <translation>Entpacken</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>usually under a minute</source>
        <translation>meist unter einer Minute</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>usually about {n} min</source>
        <translation>meist etwa {n} Min.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Queued</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>No data for a while, still trying</source>
        <translation>Seit einer Weile keine Daten, es wird weiter versucht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>in a moment</source>
        <translation>gleich</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Retrying {when}: {reason}</source>
        <translation>Neuer Versuch {when}: {reason}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Trying again: {reason}</source>
        <translation>Neuer Versuch läuft: {reason}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Trying again (attempt {attempt} of {of}): {reason}</source>
        <translation>Neuer Versuch läuft (Versuch {attempt} von {of}): {reason}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>in {n} s</source>
        <translation>in {n} s</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>in {n} min</source>
        <translation>in {n} Min.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>What is stored already is kept and used by the next run.</source>
        <translation>Was schon gespeichert ist, bleibt und wird vom nächsten Lauf verwendet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Files that were written stay written; the database is loaded whole or not at all.</source>
        <translation>Geschriebene Dateien bleiben geschrieben; die Datenbank wird ganz geladen oder gar nicht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>What was downloaded is kept, and the next download goes on from there.</source>
        <translation>Was heruntergeladen ist, bleibt, und der nächste Download macht dort weiter.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>The unfinished file is removed.</source>
        <translation>Die unfertige Datei wird entfernt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Backups that were taken in whole stay; the rest comes with the next run.</source>
        <translation>Ganz übernommene Sicherungen bleiben; der Rest kommt mit dem nächsten Lauf.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Archives that were taken in whole stay.</source>
        <translation>Ganz übernommene Archive bleiben.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Nothing that is needed is removed; the next run goes on.</source>
        <translation>Nichts, was gebraucht wird, wird entfernt; der nächste Lauf macht weiter.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Backups that are deleted already stay deleted.</source>
        <translation>Schon gelöschte Sicherungen bleiben gelöscht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>The scratch copy is removed; your site and its backups are untouched.</source>
        <translation>Die temporäre Kopie wird entfernt; Ihre Website und ihre Sicherungen bleiben unberührt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Nothing is lost; it can be started again.</source>
        <translation>Nichts geht verloren; Sie können es erneut starten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Storing</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Transferring</source>
        <translation>Übertragen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>step {n} of {total}</source>
        <translation>Schritt {n} von {total}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Waiting: {reason}</source>
        <translation>Wartet: {reason}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>confirmed by the site</source>
        <translation>von der Website bestätigt</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>{n} backups removed</source>
        <extracomment>One: {n} backup removed</extracomment>
        <translation>
            <numerusform>{n} Sicherung entfernt</numerusform>
            <numerusform>{n} Sicherungen entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>{n} files</source>
        <extracomment>One: {n} file</extracomment>
        <translation>
            <numerusform>{n} Datei</numerusform>
            <numerusform>{n} Dateien</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>{size} new</source>
        <translation>{size} neu</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>{done} of {n} files</source>
        <extracomment>One: {done} of {n} file</extracomment>
        <translation>
            <numerusform>{done} von {n} Datei</numerusform>
            <numerusform>{done} von {n} Dateien</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>restored and proven</source>
        <translation>wiederhergestellt und erprobt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>restored with remarks</source>
        <translation>mit Anmerkungen wiederhergestellt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>not proven</source>
        <translation>nicht erprobt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/keys.py"/>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/keys.py"/>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/keys.py"/>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/keys.py"/>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/keys.py"/>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>what is left out</source>
        <translation>was ausgelassen wird</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>way to sign in</source>
        <translation>Art der Anmeldung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>client</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>how long backups stay</source>
        <translation>wie lange Sicherungen bleiben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>site</source>
        <translation>Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>when</source>
        <translation>wann</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>what is backed up</source>
        <translation>was gesichert wird</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>on or off</source>
        <translation>an oder aus</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>1hour</source>
        <translation>stündlich</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>{n}hours</source>
        <translation>{n}-stündlich</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>daily</source>
        <translation>täglich</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>weekly</source>
        <translation>wöchentlich</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>monthly</source>
        <translation>monatlich</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/named.py"/>
        <source>login</source>
        <translation>bei Anmeldung</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/notices.py"/>
        <source>{n} things need attention</source>
        <extracomment>One: {n} thing needs attention</extracomment>
        <translation>
            <numerusform>{n} Sache braucht Ihre Aufmerksamkeit</numerusform>
            <numerusform>{n} Sachen brauchen Ihre Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/notices.py"/>
        <source>{n} sites are safe again</source>
        <extracomment>One: {n} site is safe again</extracomment>
        <translation>
            <numerusform>{n} Website ist wieder gesichert</numerusform>
            <numerusform>{n} Websites sind wieder gesichert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/notices.py"/>
        <source>{site} is safe again</source>
        <translation>{site} ist wieder gesichert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/notices.py"/>
        <source>The backup went well this time.</source>
        <translation>Diesmal ist die Sicherung gelungen.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Needs about {size} a day on your line, {n} hours.</source>
        <extracomment>One: Needs about {size} a day on your line, {n} hour.</extracomment>
        <translation>
            <numerusform>Braucht etwa {size} am Tag auf Ihrer Leitung, {n} Stunde.</numerusform>
            <numerusform>Braucht etwa {size} am Tag auf Ihrer Leitung, {n} Stunden.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>The database daily and everything weekly: {size} a day</source>
        <translation>Die Datenbank täglich und alles wöchentlich: {size} am Tag</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>In a month {n} backups exist; the oldest is of {day}.</source>
        <extracomment>One: In a month {n} backup exists.</extracomment>
        <translation>
            <numerusform>In einem Monat gibt es {n} Sicherung.</numerusform>
            <numerusform>In einem Monat gibt es {n} Sicherungen; die älteste ist vom {day}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>node_modules, .git and the like</source>
        <translation>node_modules, .git und Ähnliches</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Tuesday</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Wednesday</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Thursday</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Friday</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>The database: {when}</source>
        <translation>Die Datenbank: {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>By the cron expression {cron}</source>
        <translation>Nach dem Cron-Ausdruck {cron}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Each time that you log in</source>
        <translation>Jedes Mal, wenn Sie sich anmelden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Once a month</source>
        <translation>Einmal im Monat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Only when you say so</source>
        <translation>Nur, wenn Sie es sagen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Needs about {size} a day on your line.</source>
        <translation>Braucht etwa {size} am Tag auf Ihrer Leitung.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Needs about {size} a day on your line, {n} minutes.</source>
        <extracomment>One: Needs about {size} a day on your line, {n} minute.</extracomment>
        <translation>
            <numerusform>Braucht etwa {size} am Tag auf Ihrer Leitung, {n} Minute.</numerusform>
            <numerusform>Braucht etwa {size} am Tag auf Ihrer Leitung, {n} Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>The last 7 days and 4 weeks stay</source>
        <translation>Die letzten 7 Tage und 4 Wochen bleiben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>The last 7 days, 5 weeks and 12 months stay</source>
        <translation>Die letzten 7 Tage, 5 Wochen und 12 Monate bleiben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>The last 14 days, 8 weeks, 24 months and 5 years stay</source>
        <translation>Die letzten 14 Tage, 8 Wochen, 24 Monate und 5 Jahre bleiben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Every backup stays</source>
        <translation>Jede Sicherung bleibt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>What stays: {rules}</source>
        <translation>Was bleibt: {rules}</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>In a year {n} backups exist; the oldest is of {day}.</source>
        <extracomment>One: In a year {n} backup exists.</extracomment>
        <translation>
            <numerusform>In einem Jahr gibt es {n} Sicherung.</numerusform>
            <numerusform>In einem Jahr gibt es {n} Sicherungen; die älteste ist vom {day}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Every day at {time}</source>
        <translation>Jeden Tag um {time}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Every {day} at {time}</source>
        <translation>Jeden {day} um {time}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Every {day} when this computer is on</source>
        <translation>Jeden {day}, wenn dieser Computer an ist</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>Light</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>Long</source>
        <translation>Lang</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Proven {when}</source>
        <translation>Erprobt {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>database loaded</source>
        <translation>Datenbank geladen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>WordPress boots</source>
        <translation>WordPress startet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Files restored</source>
        <translation>Dateien wiederhergestellt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Files read back</source>
        <translation>Dateien zurückgelesen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>WordPress itself</source>
        <translation>WordPress selbst</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Settings of WordPress</source>
        <translation>Einstellungen von WordPress</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Database read</source>
        <translation>Datenbank gelesen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Tables of WordPress</source>
        <translation>Tabellen von WordPress</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Uploads of posts</source>
        <translation>Uploads der Beiträge</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Database loaded</source>
        <translation>Datenbank geladen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Drill {when}</source>
        <translation>Probe {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>last proven {when}</source>
        <translation>zuletzt erprobt {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Never proven</source>
        <translation>Nie erprobt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>failed {when}</source>
        <translation>fehlgeschlagen {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Last drill: {when}</source>
        <translation>Letzte Probe: {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Last proven: {when}</source>
        <translation>Zuletzt erprobt: {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>not whole</source>
        <translation>nicht vollständig</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>not done</source>
        <translation>nicht gemacht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Drill failed</source>
        <translation>Probe fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Drill failed {when}</source>
        <translation>Probe fehlgeschlagen {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Not proven</source>
        <translation>Nicht erprobt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Not good: {names}</source>
        <translation>Nicht gut: {names}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>Restore {files} and {tables}</source>
        <translation>{files} und {tables} wiederherstellen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>Accepted, not confirmed: look at the site</source>
        <translation>Angenommen, nicht bestätigt: Sehen Sie sich die Website an</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>The site took the restore on and answers again, but does not say whether it went well. Look at the site.</source>
        <translation>Die Website hat die Wiederherstellung angenommen und antwortet wieder, sagt aber nicht, ob sie gelungen ist. Sehen Sie sich die Website an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>files added</source>
        <translation>Dateien kommen hinzu</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>files replaced</source>
        <translation>Dateien werden ersetzt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>files stay as they are</source>
        <translation>Dateien bleiben, wie sie sind</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>files removed</source>
        <translation>Dateien werden entfernt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>tables replaced</source>
        <translation>Tabellen werden ersetzt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>Not enough room: {needed} are needed, {free} are free.</source>
        <translation>Nicht genug Platz: {needed} werden benötigt, {free} sind frei.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>{n} hours</source>
        <extracomment>One: {n} hour</extracomment>
        <translation>
            <numerusform>{n} Stunde</numerusform>
            <numerusform>{n} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>{n} days</source>
        <extracomment>One: {n} day</extracomment>
        <translation>
            <numerusform>{n} Tag</numerusform>
            <numerusform>{n} Tage</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>Newer on the site than in the backup:</source>
        <translation>Auf der Website neuer als in der Sicherung:</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>Removed, for example: {paths}</source>
        <translation>Entfernt, zum Beispiel: {paths}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>Replaced, for example: {paths}</source>
        <translation>Ersetzt, zum Beispiel: {paths}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>Added, for example: {paths}</source>
        <translation>Hinzugefügt, zum Beispiel: {paths}</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>Restore {n} files</source>
        <extracomment>One: Restore {n} file</extracomment>
        <translation>
            <numerusform>{n} Datei wiederherstellen</numerusform>
            <numerusform>{n} Dateien wiederherstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>Restore {n} tables</source>
        <extracomment>One: Restore {n} table</extracomment>
        <translation>
            <numerusform>{n} Tabelle wiederherstellen</numerusform>
            <numerusform>{n} Tabellen wiederherstellen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>The service does not tell beforehand which files it will change.</source>
        <translation>Der Dienst sagt vorher nicht, welche Dateien er ändert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>Restored, but the site is not well: look at it</source>
        <translation>Wiederhergestellt, aber der Website geht es nicht gut: sehen Sie nach</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>Restored; the site refuses the sign-in now: sign in again</source>
        <translation>Wiederhergestellt; die Website weist die Anmeldung jetzt ab: melden Sie sich neu an</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>The restore seems to be over, but the site answers with an error. Look at it; its host's error log says why.</source>
        <translation>Die Wiederherstellung scheint vorbei zu sein, aber die Website antwortet mit einem Fehler. Sehen Sie sie sich an; warum, steht im Fehlerprotokoll ihres Hosters.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>The site answers again, but refuses the sign-in: the restored database may be older than the password.</source>
        <translation>Die Website antwortet wieder, weist aber die Anmeldung ab: Die wiederhergestellte Datenbank ist vielleicht älter als das Passwort.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>{site}: accepted, not confirmed</source>
        <translation>{site}: angenommen, nicht bestätigt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>The backup is {age} old.</source>
        <translation>Alter der Sicherung: {age}.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>{n} newer or other files are left alone by this rule.</source>
        <extracomment>One: {n} newer or other file is left alone by this rule.</extracomment>
        <translation>
            <numerusform>{n} neuere oder andere Datei bleibt nach dieser Regel unberührt.</numerusform>
            <numerusform>{n} neuere oder andere Dateien bleiben nach dieser Regel unberührt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>Posts, orders and comments made since then are not in the tables that come back.</source>
        <translation>Seither entstandene Beiträge, Bestellungen und Kommentare sind nicht in den Tabellen, die zurückkommen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>The database goes into {place}.</source>
        <translation>Die Datenbank kommt nach {place}.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>{n} things cannot come back, first of all {path}</source>
        <extracomment>One: {n} thing cannot come back: {path}</extracomment>
        <translation>
            <numerusform>{n} Ding kann nicht zurückkommen: {path}</numerusform>
            <numerusform>{n} Dinge können nicht zurückkommen, zuerst {path}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>{name}: {now} on the site, {before} in the backup</source>
        <translation>{name}: {now} auf der Website, {before} in der Sicherung</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>{n} tables</source>
        <extracomment>One: {n} table</extracomment>
        <translation>
            <numerusform>{n} Tabelle</numerusform>
            <numerusform>{n} Tabellen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>Only the staging site is changed.</source>
        <translation>Nur die Staging-Website wird geändert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>Visitors may see a maintenance page meanwhile. With the database, posts and orders made since are lost.</source>
        <translation>Besucher sehen währenddessen vielleicht eine Wartungsseite. Mit der Datenbank gehen seither verfasste Beiträge und Bestellungen verloren.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>The service accepts a restore, but never says whether it went well: it will end as “accepted, not confirmed”.</source>
        <translation>Der Dienst nimmt eine Wiederherstellung an, meldet aber nie, ob sie gelungen ist: Sie endet als „angenommen, nicht bestätigt“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>The service makes a backup before by itself when its option for that is on.</source>
        <translation>Der Dienst legt vorher selbst eine Sicherung an, wenn diese Option eingeschaltet ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>Holdfast's password was made after this backup: it will be gone from the site afterwards. Then sign in again under Access.</source>
        <translation>Das Passwort von Holdfast ist jünger als diese Sicherung: Danach fehlt es auf der Website. Melden Sie sich dann unter „Zugang“ erneut an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>{site} is not well after its restore</source>
        <translation>{site} geht es nach der Wiederherstellung nicht gut</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>{site} wants a new sign-in</source>
        <translation>{site} braucht eine neue Anmeldung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>{needed} are needed, {free} are free.</source>
        <translation>{needed} werden benötigt, {free} sind frei.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>What is on the site now is replaced: {parts}.</source>
        <translation>Was jetzt auf der Website ist, wird ersetzt: {parts}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/restores.py"/>
        <source>What is on the site now is replaced.</source>
        <translation>Was jetzt auf der Website ist, wird ersetzt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>{name}: {rule}</source>
        <translation>{name}: {rule}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>everything stays</source>
        <translation>alles bleibt</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>the last {n}</source>
        <extracomment>One: the last one</extracomment>
        <translation>
            <numerusform>die letzte</numerusform>
            <numerusform>die letzten {n}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>every one</source>
        <translation>jede</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>{n} hourly</source>
        <extracomment>One: {n} hourly</extracomment>
        <translation>
            <numerusform>{n} stündlich</numerusform>
            <numerusform>{n} stündlich</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>one of each hour</source>
        <translation>eine je Stunde</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>{n} daily</source>
        <extracomment>One: {n} daily</extracomment>
        <translation>
            <numerusform>{n} täglich</numerusform>
            <numerusform>{n} täglich</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>one of each day</source>
        <translation>eine je Tag</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>{n} weekly</source>
        <extracomment>One: {n} weekly</extracomment>
        <translation>
            <numerusform>{n} wöchentlich</numerusform>
            <numerusform>{n} wöchentlich</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>one of each week</source>
        <translation>eine je Woche</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>{n} monthly</source>
        <extracomment>One: {n} monthly</extracomment>
        <translation>
            <numerusform>{n} monatlich</numerusform>
            <numerusform>{n} monatlich</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>one of each month</source>
        <translation>eine je Monat</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>{n} yearly</source>
        <extracomment>One: {n} yearly</extracomment>
        <translation>
            <numerusform>{n} jährlich</numerusform>
            <numerusform>{n} jährlich</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>one of each year</source>
        <translation>eine je Jahr</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>all of the last {span}</source>
        <translation>alle der letzten {span}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>and more</source>
        <translation>und weitere</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>Five fields: minute, hour, day, month, weekday. For example 30 2 * * mon-fri.</source>
        <translation>Fünf Felder: Minute, Stunde, Tag, Monat, Wochentag. Zum Beispiel 30 2 * * mon-fri.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>Of the time only the minutes count: 00:15 runs a quarter past.</source>
        <translation>Von der Uhrzeit zählen nur die Minuten: 00:15 läuft eine Viertelstunde nach jeder vollen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>Without a time it runs once the computer is on, from 10:00. What is missed is caught up once.</source>
        <translation>Ohne Uhrzeit läuft er, sobald der Computer an ist, ab 10:00. Versäumtes wird einmal nachgeholt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>It runs a few minutes after you log in, once a day at most.</source>
        <translation>Er läuft ein paar Minuten nach Ihrer Anmeldung, höchstens einmal am Tag.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>As the site says: {storage}</source>
        <translation>Wie es die Website vorgibt: {storage}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>On the site only</source>
        <translation>Nur auf der Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>the site</source>
        <translation>die Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every hour</source>
        <translation>Jede Stunde</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every 2 hours</source>
        <translation>Alle 2 Stunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every 4 hours</source>
        <translation>Alle 4 Stunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every 6 hours</source>
        <translation>Alle 6 Stunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every 8 hours</source>
        <translation>Alle 8 Stunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every 12 hours</source>
        <translation>Alle 12 Stunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>When you log in</source>
        <translation>Wenn Sie sich anmelden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>By a line of cron</source>
        <translation>Nach einer Cron-Zeile</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>on the last day</source>
        <translation>am letzten Tag</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>As the service allows</source>
        <translation>Wie es der Dienst erlaubt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>Have the site make a backup</source>
        <translation>Die Website eine Sicherung anlegen lassen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <source>Fetch what the site made by itself</source>
        <translation>Holen, was die Website von selbst angelegt hat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/schedules.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>on day {n}</source>
        <translation>am {n}. Tag</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>From the settings of your server.</source>
        <translation>Aus den Einstellungen Ihres Servers.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Archives of another program</source>
        <translation>Archive eines anderen Programms</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>{service} + {storage}</source>
        <translation>{service} + {storage}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>In the browser</source>
        <translation>Im Browser</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>In the browser, with a registered client</source>
        <translation>Im Browser, mit einem registrierten Client</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>With an application password</source>
        <translation>Mit einem Anwendungspasswort</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>With an API user</source>
        <translation>Mit einem API-Benutzer</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>With a bearer token</source>
        <translation>Mit einem Bearer-Token</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>With an API key</source>
        <translation>Mit einem API-Schlüssel</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>With e-mail and password</source>
        <translation>Mit E-Mail und Passwort</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Your browser opens the site's own page: sign in there and press “Approve”. Holdfast never sees your login password.</source>
        <translation>Ihr Browser öffnet die Seite der Website: Melden Sie sich dort an und klicken Sie auf „Genehmigen“. Holdfast sieht Ihr Anmeldepasswort nie.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Client id and secret come from the plugin's settings, under API.</source>
        <translation>Client-ID und Geheimnis stehen in den Einstellungen des Plugins unter „API“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>wp-admin → Users → Profile → Application Passwords → Add. Paste it with or without its spaces.</source>
        <translation>wp-admin → Benutzer → Profil → Anwendungspasswörter → Hinzufügen. Mit oder ohne Leerzeichen einfügen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>my.wpengine.com → Profile → API Access → Generate Credentials.</source>
        <translation>my.wpengine.com → Profile → API Access → Generate Credentials.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>The password is exchanged for a token at once and is not stored.</source>
        <translation>Das Passwort wird sofort gegen ein Token getauscht und nicht gespeichert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Signed in as {user} ({roles})</source>
        <translation>Angemeldet als {user} ({roles})</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Signed in as {user}</source>
        <translation>Angemeldet als {user}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>This user is an administrator. One with the role “backup operator” would be enough, and safer.</source>
        <translation>Dieser Benutzer ist Administrator. Einer mit der Rolle „Backup Operator“ würde genügen und wäre sicherer.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>This user may not do everything: the plugin wants the right “manage_options”.</source>
        <translation>Dieser Benutzer darf nicht alles: Das Plugin verlangt das Recht „manage_options“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>This user may create and list backups, but not restore or delete them.</source>
        <translation>Dieser Benutzer darf Sicherungen anlegen und auflisten, aber weder wiederherstellen noch löschen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>{name}: {systems}</source>
        <translation>{name}: {systems}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>application passwords are switched off on this site</source>
        <translation>Anwendungspasswörter sind auf dieser Website ausgeschaltet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>this server has no Backup API yet</source>
        <translation>dieser Server hat noch keine Backup-API</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>not active</source>
        <translation>nicht aktiv</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>The site speaks only plain http: passwords could be read on the way. Get a certificate for it.</source>
        <translation>Die Website spricht nur unverschlüsseltes http: Passwörter könnten unterwegs mitgelesen werden. Besorgen Sie ihr ein Zertifikat.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>https works and is used, although http was typed.</source>
        <translation>https funktioniert und wird benutzt, obwohl http eingegeben wurde.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Application passwords are off: serve the site by https, or allow them in the security plugin.</source>
        <translation>Anwendungspasswörter sind aus: Liefern Sie die Website über https aus oder erlauben Sie sie im Sicherheits-Plugin.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>The site calls itself {url}. Check that this is the right one.</source>
        <translation>Die Website nennt sich selbst {url}. Prüfen Sie, ob es die richtige ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>The site's interface is on {host}, not on the host that was typed. Go on only if that is yours.</source>
        <translation>Die Schnittstelle der Website liegt auf {host}, nicht auf dem eingegebenen Host. Fahren Sie nur fort, wenn er Ihnen gehört.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>The site prints text before its data, probably PHP warnings: switch WP_DEBUG_DISPLAY off there.</source>
        <translation>Die Website gibt vor ihren Daten Text aus, vermutlich PHP-Warnungen: Schalten Sie dort WP_DEBUG_DISPLAY aus.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Details of backups</source>
        <translation>Details von Sicherungen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Delete backups</source>
        <translation>Sicherungen löschen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Show schedules</source>
        <translation>Zeitpläne zeigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Add schedules</source>
        <translation>Zeitpläne hinzufügen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Change schedules</source>
        <translation>Zeitpläne ändern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Delete schedules</source>
        <translation>Zeitpläne löschen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Show storages</source>
        <translation>Speicher zeigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Test storages</source>
        <translation>Speicher testen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Roles on staging</source>
        <translation>Rollen auf Staging</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>State of staging</source>
        <translation>Zustand von Staging</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>State of a migration</source>
        <translation>Zustand einer Migration</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>List of installs</source>
        <translation>Liste der Installationen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>This service does not offer it.</source>
        <translation>Das bietet dieser Dienst nicht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>What changed since the last one</source>
        <translation>Was sich seit der letzten geändert hat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>What changed since the last full one</source>
        <translation>Was sich seit der letzten vollständigen geändert hat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>The database</source>
        <translation>Die Datenbank</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>The files</source>
        <translation>Die Dateien</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Changes since the last one</source>
        <translation>Änderungen seit der letzten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Changes since the last full one</source>
        <translation>Änderungen seit der letzten vollständigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>On the site</source>
        <translation>Auf der Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>cron {cron}</source>
        <translation>Cron {cron}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>as the site says</source>
        <translation>wie die Website es vorgibt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>{every} at {time}</source>
        <translation>{every} um {time}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>does not work</source>
        <translation>gestört</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>not tested</source>
        <translation>nicht getestet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>A backup is done</source>
        <translation>Eine Sicherung ist fertig</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>The site says: {word}</source>
        <translation>Die Website sagt: {word}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>API user</source>
        <translation>API-Benutzer</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>API password</source>
        <translation>API-Passwort</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>user and password</source>
        <translation>Benutzer und Passwort</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The stored sign-in is kept; existing backups are safe.</source>
        <translation>Die gespeicherte Anmeldung bleibt; vorhandene Sicherungen sind nicht betroffen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>You are not online</source>
        <translation>Sie sind nicht online</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Try again when the connection is back.</source>
        <translation>Versuchen Sie es erneut, wenn die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Check how it is written, or whether the domain has run out.</source>
        <translation>Prüfen Sie die Schreibweise und ob die Domain abgelaufen ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} refuses connections</source>
        <translation>{host} lehnt Verbindungen ab</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The server is down, or the address or port is wrong.</source>
        <translation>Der Server läuft nicht, oder Adresse oder Port ist falsch.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} does not answer</source>
        <translation>{host} antwortet nicht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The server is down or very slow. Try again in a while.</source>
        <translation>Der Server läuft nicht oder ist sehr langsam. Versuchen Sie es in einer Weile erneut.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} broke the connection</source>
        <translation>{host} hat die Verbindung abgebrochen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Try again; if it stays so, ask the host.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, fragen Sie den Hoster.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} cannot be reached from here</source>
        <translation>{host} ist von hier aus nicht erreichbar</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Check your network, VPN or firewall.</source>
        <translation>Prüfen Sie Netz, VPN oder Firewall.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The certificate of {host} is not trusted</source>
        <translation>{host}: Dem Zertifikat wird nicht vertraut</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{message} Nothing was sent.</source>
        <translation>{message} Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} would send the password unprotected</source>
        <translation>{host} würde das Passwort ungeschützt senden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Get a certificate for the site, so that https works.</source>
        <translation>Besorgen Sie der Website ein Zertifikat, damit https funktioniert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} sends to another address</source>
        <translation>{host} leitet zu einer anderen Adresse um</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{message} If the site has moved, change its address here.</source>
        <translation>{message} Ist die Website umgezogen, ändern Sie hier ihre Adresse.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>No backup service was found at {host}</source>
        <translation>Unter {host} wurde kein Sicherungsdienst gefunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Check the address. If it is right, a security plugin or firewall may hide the REST interface; a site on this computer can be added as a folder.</source>
        <translation>Prüfen Sie die Adresse. Stimmt sie, verbirgt vielleicht ein Sicherheits-Plugin oder eine Firewall die REST-Schnittstelle; eine Website auf diesem Computer kann als Ordner hinzugefügt werden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>No backup plugin that Holdfast knows is active on {host}</source>
        <translation>Auf {host} ist kein Sicherungs-Plugin aktiv, das Holdfast kennt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Activate Backup Copilot Pro or SafeGuard under Plugins in wp-admin, or update it; then try again.</source>
        <translation>Aktivieren Sie Backup Copilot Pro oder SafeGuard in wp-admin unter „Plugins“ oder aktualisieren Sie es; versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} offers no backup interface at this address</source>
        <translation>{host} bietet unter dieser Adresse keine Sicherungsschnittstelle</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Check the address and the plugin.</source>
        <translation>Prüfen Sie die Adresse und das Plugin.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>This server has no Backup API yet</source>
        <translation>Dieser Server hat noch keine Backup-API</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Update the server, then try again.</source>
        <translation>Aktualisieren Sie den Server und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>A firewall blocks the backup interface of {host}</source>
        <translation>Eine Firewall sperrt die Sicherungsschnittstelle von {host}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>No program can pass it. Add a rule that lets /wp-json/* through for your address (Cloudflare: skip challenges), or ask the host.</source>
        <translation>Kein Programm kommt daran vorbei. Fügen Sie eine Regel hinzu, die /wp-json/* für Ihre Adresse durchlässt (Cloudflare: Challenges überspringen), oder fragen Sie den Hoster.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} hides its REST interface from visitors</source>
        <translation>{host} verbirgt seine REST-Schnittstelle vor Besuchern</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Allow the REST interface in the security plugin, at least for signed-in users.</source>
        <translation>Erlauben Sie die REST-Schnittstelle im Sicherheits-Plugin, wenigstens für angemeldete Benutzer.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} asks everybody to log in first</source>
        <translation>{host} verlangt von allen zuerst eine Anmeldung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Exempt /wp-json/* from the forced login.</source>
        <translation>Nehmen Sie /wp-json/* von der erzwungenen Anmeldung aus.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The web server of {host} wants a password of its own</source>
        <translation>Der Webserver von {host} verlangt ein eigenes Passwort</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Exempt /wp-json/* from that password: an application password cannot pass it.</source>
        <translation>Nehmen Sie /wp-json/* von diesem Passwort aus: Ein Anwendungspasswort kommt nicht daran vorbei.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} is in maintenance mode</source>
        <translation>{host} ist im Wartungsmodus</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>An update or a restore runs. Wait a little.</source>
        <translation>Dort läuft ein Update oder eine Wiederherstellung. Warten Sie ein wenig.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} cannot reach its database</source>
        <translation>{host} erreicht seine Datenbank nicht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The site itself is down. Ask its host.</source>
        <translation>Die Website selbst ist nicht in Betrieb. Fragen Sie den Hoster.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} failed while answering</source>
        <translation>{host} ist beim Antworten gescheitert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Often too little memory or time on the server; its error log says more.</source>
        <translation>Oft zu wenig Speicher oder Zeit auf dem Server; sein Fehlerprotokoll sagt mehr.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>A server before {host} gave up waiting</source>
        <translation>Ein Server vor {host} hat das Warten aufgegeben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The work may go on there: look at the list of backups before you start another.</source>
        <translation>Die Arbeit geht dort vielleicht weiter: Sehen Sie sich die Liste der Sicherungen an, bevor Sie eine weitere starten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} is busy with another backup or restore</source>
        <translation>{host} ist mit einer anderen Sicherung oder Wiederherstellung beschäftigt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Wait until it is done.</source>
        <translation>Warten Sie, bis sie fertig ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} asks to slow down</source>
        <translation>{host} bittet um langsameres Vorgehen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Holdfast goes on by itself as soon as it may.</source>
        <translation>Holdfast macht von selbst weiter, sobald es darf.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} answers with a page where data is due</source>
        <translation>{host} antwortet mit einer Seite, wo Daten kommen sollten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Probably PHP warnings or a page cache: switch WP_DEBUG_DISPLAY off and do not cache /wp-json/*.</source>
        <translation>Vermutlich PHP-Warnungen oder ein Seiten-Cache: Schalten Sie WP_DEBUG_DISPLAY aus und lassen Sie /wp-json/* nicht zwischenspeichern.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>User or password is wrong or was revoked, or the web server drops the header that carries it.</source>
        <translation>Benutzer oder Passwort ist falsch oder widerrufen, oder der Webserver verwirft den Header, der es trägt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The sign-in at {subject} has expired</source>
        <translation>{subject}: Die Anmeldung ist abgelaufen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Sign in again; nothing is lost.</source>
        <translation>Melden Sie sich erneut an; nichts ist verloren.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} does not allow application passwords</source>
        <translation>{host} erlaubt keine Anwendungspasswörter</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Serve the site by https, or allow them in the security plugin (Wordfence, Really Simple Security, WP Cerber …).</source>
        <translation>Liefern Sie die Website über https aus oder erlauben Sie sie im Sicherheits-Plugin (Wordfence, Really Simple Security, WP Cerber …).</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>This user may not do that on {subject}</source>
        <translation>{subject}: Dieser Benutzer darf das nicht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{why}Backup Copilot wants the role “backup operator”, SafeGuard an administrator.</source>
        <translation>{why}Backup Copilot verlangt die Rolle „Backup Operator“, SafeGuard einen Administrator.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>This account wants the code of a second factor</source>
        <translation>Dieses Konto verlangt den Code eines zweiten Faktors</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Type the code, or use an API key instead.</source>
        <translation>Geben Sie den Code ein oder benutzen Sie stattdessen einen API-Schlüssel.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The licence of the backup plugin on {subject} is not active</source>
        <translation>{subject}: Die Lizenz des Sicherungs-Plugins ist nicht aktiv</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Renew or activate it in the plugin's settings; the sign-in itself is fine.</source>
        <translation>Erneuern oder aktivieren Sie sie in den Einstellungen des Plugins; die Anmeldung selbst ist in Ordnung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The password for {subject} is missing</source>
        <translation>{subject}: Das Passwort fehlt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The password store has no entry for it.</source>
        <translation>Der Schlüsselbund hat keinen Eintrag dafür.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The account of {subject} is gone</source>
        <translation>{subject}: Das Konto ist verschwunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Sign in again.</source>
        <translation>Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The approval was refused in the browser</source>
        <translation>Die Genehmigung wurde im Browser abgelehnt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Try again, or paste an application password.</source>
        <translation>Versuchen Sie es erneut oder fügen Sie ein Anwendungspasswort ein.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The backup failed on {subject}</source>
        <translation>{subject}: Die Sicherung ist fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The restore failed on {subject}</source>
        <translation>{subject}: Die Wiederherstellung ist fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{message} Look at the site now.</source>
        <translation>{message} Sehen Sie sich die Website jetzt an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>It is not clear whether the backup of {subject} has begun</source>
        <translation>{subject}: Es ist unklar, ob die Sicherung begonnen hat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The answer was lost. Look at the list of backups before you start another; Holdfast follows what it finds there.</source>
        <translation>Die Antwort ging verloren. Sehen Sie sich die Liste der Sicherungen an, bevor Sie eine weitere starten; Holdfast verfolgt, was es dort findet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>It is not clear whether the restore of {subject} has begun</source>
        <translation>Es ist unklar, ob die Wiederherstellung von {subject} begonnen hat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The answer was lost, and the site shows no sign of it. Look at the site before you ask for it again.</source>
        <translation>Die Antwort ging verloren, und die Website zeigt kein Anzeichen davon. Sehen Sie sich die Website an, bevor Sie noch einmal darum bitten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>It is not clear whether {subject} did that</source>
        <translation>Es ist unklar, ob {subject} das getan hat</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The answer was lost; it may have been done all the same. Look before you ask for it again.</source>
        <translation>Die Antwort ging verloren; vielleicht ist es trotzdem geschehen. Sehen Sie nach, bevor Sie noch einmal darum bitten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{subject} has not begun this backup</source>
        <translation>{subject} hat diese Sicherung nicht begonnen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Start it again.</source>
        <translation>Starten Sie sie erneut.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{subject} has not said for a day how this ended</source>
        <translation>{subject} sagt seit einem Tag nicht, wie das ausgegangen ist</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Look at the site in wp-admin.</source>
        <translation>Sehen Sie in wp-admin nach.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>This backup cannot be restored</source>
        <translation>Diese Sicherung lässt sich nicht wiederherstellen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Choose one that is completed.</source>
        <translation>Wählen Sie eine vollständige.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{subject} could not make the archive</source>
        <translation>{subject} konnte das Archiv nicht anlegen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{subject} did not delete the backup</source>
        <translation>{subject} hat die Sicherung nicht gelöscht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The site</source>
        <translation>Die Website</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>It says: {message}</source>
        <translation>Dort heißt es: {message}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/sizes.py"/>
        <source>{done} of {total} {unit}</source>
        <translation>{done} von {total} {unit}</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} sites need attention</source>
        <extracomment>One: {n} site needs attention</extracomment>
        <translation>
            <numerusform>{n} Website braucht Ihre Aufmerksamkeit</numerusform>
            <numerusform>{n} Websites brauchen Ihre Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Everything, read anew</source>
        <translation>Alles, neu gelesen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Everything since the last full</source>
        <translation>Alles seit der letzten vollständigen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Themes</source>
        <translation>Themes</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Uploads</source>
        <translation>Uploads</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Other files</source>
        <translation>Andere Dateien</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} sites have no backup yet</source>
        <extracomment>One: {n} site has no backup yet</extracomment>
        <translation>
            <numerusform>{n} Website hat noch keine Sicherung</numerusform>
            <numerusform>{n} Websites haben noch keine Sicherung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} failed</source>
        <extracomment>One: {n} failed</extracomment>
        <translation>
            <numerusform>{n} fehlgeschlagen</numerusform>
            <numerusform>{n} fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} locked</source>
        <extracomment>One: {n} locked</extracomment>
        <translation>
            <numerusform>{n} gesperrt</numerusform>
            <numerusform>{n} gesperrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} overdue</source>
        <extracomment>One: {n} overdue</extracomment>
        <translation>
            <numerusform>{n} überfällig</numerusform>
            <numerusform>{n} überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} paused</source>
        <extracomment>One: {n} paused</extracomment>
        <translation>
            <numerusform>{n} angehalten</numerusform>
            <numerusform>{n} angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} running</source>
        <extracomment>One: {n} running</extracomment>
        <translation>
            <numerusform>{n} läuft</numerusform>
            <numerusform>{n} laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} safe</source>
        <extracomment>One: {n} safe</extracomment>
        <translation>
            <numerusform>{n} gesichert</numerusform>
            <numerusform>{n} gesichert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Safe</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Done with warnings</source>
        <translation>Mit Warnungen fertig</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Missed</source>
        <translation>Versäumt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Your site is safe</source>
        <translation>Ihre Website ist gesichert</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>All {n} sites are safe</source>
        <extracomment>One: The site is safe</extracomment>
        <translation>
            <numerusform>Die Website ist gesichert</numerusform>
            <numerusform>Alle {n} Websites sind gesichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} backups are running</source>
        <extracomment>One: {n} backup is running</extracomment>
        <translation>
            <numerusform>{n} Sicherung läuft</numerusform>
            <numerusform>{n} Sicherungen laufen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>See below what helps.</source>
        <translation>Unten steht, was hilft.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} sites were backed up with warnings</source>
        <extracomment>One: {n} site was backed up with warnings</extracomment>
        <translation>
            <numerusform>{n} Website wurde mit Warnungen gesichert</numerusform>
            <numerusform>{n} Websites wurden mit Warnungen gesichert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Backing up {n} of {total}</source>
        <translation>{n} von {total} wird gesichert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Backed up, and nothing went wrong.</source>
        <translation>Gesichert, und nichts ging schief.</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} sites · all backed up</source>
        <extracomment>One: 1 site · backed up</extracomment>
        <translation>
            <numerusform>1 Website · gesichert</numerusform>
            <numerusform>{n} Websites · alle gesichert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Backups are paused</source>
        <translation>Sicherungen sind angehalten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Back up now; the first one takes longest.</source>
        <translation>Sichern Sie jetzt; das erste Mal dauert am längsten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>The rest is safe.</source>
        <translation>Der Rest ist gesichert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>another program on this computer</source>
        <translation>einem anderen Programm auf diesem Computer</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>{subject} is in use by {computer}</source>
        <translation>{subject} wird benutzt von {computer}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>{subject} is in use by {computer} since {time}</source>
        <translation>{subject} wird seit {time} benutzt von {computer}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>If that computer is not working on it, the lock is left over and can be removed.</source>
        <translation>Wenn jener Computer nicht damit arbeitet, ist die Sperre übrig geblieben und kann entfernt werden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>another program</source>
        <translation>einem anderen Programm</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>Try again when that program is done.</source>
        <translation>Versuchen Sie es erneut, wenn dieses Programm fertig ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>{subject} asks to slow down</source>
        <translation>{subject} bittet um langsameres Vorgehen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>It continues by itself.</source>
        <translation>Es geht von selbst weiter.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>{subject} is too full</source>
        <translation>{subject} ist zu voll</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>{subject} is nearly full</source>
        <translation>{subject} ist fast voll</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>{free} are free there. Make room before backups no longer fit: keep fewer, or choose a larger place.</source>
        <translation>Dort sind {free} frei. Schaffen Sie Platz, bevor Sicherungen nicht mehr hineinpassen: Behalten Sie weniger oder wählen Sie einen größeren Ort.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>Not enough room for the files</source>
        <translation>Nicht genug Platz für die Dateien</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>The passphrase for {subject} is missing</source>
        <translation>{subject}: Die Passphrase fehlt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>The password store has no entry for it. Backups are unharmed.</source>
        <translation>Der Schlüsselbund hat keinen Eintrag dafür. Die Sicherungen sind unversehrt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>A check found damage in {subject}</source>
        <translation>{subject}: Eine Prüfung hat Schäden gefunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>Some backups may be affected; the details say which. The others are intact.</source>
        <translation>Einige Sicherungen können betroffen sein; die Details sagen, welche. Die anderen sind unversehrt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>Old backups of {subject} were not removed</source>
        <translation>{subject}: Alte Sicherungen wurden nicht entfernt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>The rule would have removed more than is plausible. Nothing was deleted; look at the rule first.</source>
        <translation>Die Regel hätte mehr entfernt, als plausibel ist. Nichts wurde gelöscht; sehen Sie sich zuerst die Regel an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>{subject} is not where it was</source>
        <translation>{subject} ist nicht mehr da, wo es war</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>No backups were found at its place. Connect the disk, or bring the folder back, and try again.</source>
        <translation>An seinem Ort liegen keine Sicherungen. Schließen Sie den Datenträger an, oder holen Sie den Ordner zurück, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>Its place is not there. Connect the disk, or look at its address, and try again.</source>
        <translation>Sein Ort ist nicht da. Schließen Sie den Datenträger an, oder prüfen Sie die Adresse, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>The passphrase does not open {subject}</source>
        <translation>Die Passphrase öffnet {subject} nicht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>What the password store holds does not fit. Backups are unharmed; the recovery kit has the right one.</source>
        <translation>Was im Schlüsselbund liegt, passt nicht. Die Sicherungen sind unversehrt; die richtige steht auf dem Notfallblatt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>Holdfast may not write to {subject}</source>
        <translation>Holdfast darf in {subject} nicht schreiben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>Its access lacks a right there: {message} Earlier backups are safe.</source>
        <translation>Dem Zugang fehlt dort ein Recht: {message} Frühere Sicherungen sind sicher.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>{subject} failed while answering</source>
        <translation>{subject} hat beim Antworten versagt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>Try again in a while. What was stored is kept and used by the next run.</source>
        <translation>Versuchen Sie es später noch einmal. Was gespeichert wurde, bleibt und wird vom nächsten Lauf verwendet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>That lock was not renewed for long. If no backup program works there any more, it is left over and can be removed.</source>
        <translation>Diese Sperre wurde lange nicht erneuert. Arbeitet dort kein Sicherungsprogramm mehr, ist sie übrig geblieben und kann entfernt werden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>{subject} holds a lock that cannot be read</source>
        <translation>{subject} enthält eine Sperre, die nicht lesbar ist</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>Nobody can say who uses it. If no backup program works there, remove it.</source>
        <translation>Niemand kann sagen, wer ihn benutzt. Arbeitet dort kein Sicherungsprogramm, entfernen Sie sie.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>This backup needs about {needed}, {free} are free. Earlier backups are safe.</source>
        <translation>Diese Sicherung braucht etwa {needed}, {free} sind frei. Frühere Sicherungen sind nicht betroffen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>This backup does not fit there. Earlier backups are safe.</source>
        <translation>Diese Sicherung passt dort nicht hinein. Frühere Sicherungen sind sicher.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>{needed} are needed, {free} are free. Choose another folder or make room.</source>
        <translation>{needed} werden benötigt, {free} sind frei. Wählen Sie einen anderen Ordner oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>Choose another folder or make room.</source>
        <translation>Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>{subject} is locked by {computer}</source>
        <translation>{subject} ist gesperrt von {computer}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storage_errors.py"/>
        <source>{subject} is locked by {computer} since {time}</source>
        <translation>{subject} ist seit {time} gesperrt von {computer}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>Access denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>Passphrase does not fit</source>
        <translation>Passphrase passt nicht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>{bucket} at {host}</source>
        <translation>{bucket} bei {host}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>Another program of this computer works there</source>
        <translation>Ein anderes Programm dieses Computers arbeitet dort</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>Another computer works there</source>
        <translation>Ein anderer Computer arbeitet dort</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>{who} since {time}</source>
        <translation>{who} seit {time}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>{who}, seen {when}.</source>
        <translation>{who}, zuletzt gesehen {when}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>at work</source>
        <translation>arbeitet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>not renewed for half an hour</source>
        <translation>seit einer halben Stunde nicht erneuert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>left over: its program is gone</source>
        <translation>übrig geblieben: das Programm ist beendet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>not tried yet: “Test access” tells</source>
        <translation>noch nicht ausprobiert: „Zugriff testen“ zeigt es</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>old versions are kept</source>
        <translation>alte Versionen bleiben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>old versions are kept no longer</source>
        <translation>alte Versionen bleiben nicht mehr</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>what is deleted is gone</source>
        <translation>was gelöscht ist, ist weg</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>objects may be locked</source>
        <translation>Objekte können gesperrt werden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>new objects are locked for a time</source>
        <translation>neue Objekte sind eine Zeit lang gesperrt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>no object lock</source>
        <translation>keine Objektsperre</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>In use</source>
        <translation>In Benutzung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>Nearly full</source>
        <translation>Fast voll</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>Not checked yet</source>
        <translation>Ungeprüft</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>Intact</source>
        <translation>Unversehrt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>somebody whose lock cannot be read</source>
        <translation>jemand, dessen Sperre sich nicht lesen lässt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>something does not work there</source>
        <translation>dort funktioniert etwas nicht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>may delete</source>
        <translation>darf löschen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/storages.py"/>
        <source>may not delete</source>
        <translation>darf nicht löschen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>{h} h {m} min</source>
        <translation>{h} Std. {m} Min.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>about {n} h left</source>
        <translation>noch etwa {n} Std.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>{n} min ago</source>
        <translation>vor {n} Min.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>{n} h ago</source>
        <translation>vor {n} Std.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>{n} days ago</source>
        <extracomment>One: {n} day ago</extracomment>
        <translation>
            <numerusform>vor {n} Tag</numerusform>
            <numerusform>vor {n} Tagen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>not planned</source>
        <translation>nicht geplant</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>today, {time}</source>
        <translation>heute, {time}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>tomorrow, {time}</source>
        <translation>morgen, {time}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>d MMM</source>
        <comment>Qt's letters for a date</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>d MMMM</source>
        <comment>Qt's letters for a date</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>d MMMM yyyy</source>
        <comment>Qt's letters for a date</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>{m} min {s} s</source>
        <translation>{m} Min. {s} s</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>under a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>about {n} min left</source>
        <translation>noch etwa {n} Min.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>about 1 h left</source>
        <translation>noch etwa 1 Std.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>about 1½ h left</source>
        <translation>noch etwa 1½ Std.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Paused until {when}</source>
        <translation>Angehalten bis {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Resume (paused until {when})</source>
        <translation>Fortsetzen (angehalten bis {when})</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>It waits for a network that reaches the site.</source>
        <translation>Wartet auf ein Netz, das die Website erreicht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>The battery is at {percent} %; it waits for mains power or {level} %.</source>
        <translation>Der Akku steht bei {percent} %; gewartet wird auf Netzstrom oder {level} %.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Paused until you resume</source>
        <translation>Angehalten, bis Sie fortsetzen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Resume (paused)</source>
        <translation>Fortsetzen (angehalten)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Due, waits: {why}</source>
        <translation>Fällig, wartet: {why}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Next backup {when}</source>
        <translation>Nächste Sicherung {when}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>no network</source>
        <translation>kein Netz</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>metered network</source>
        <translation>getaktetes Netz</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>network sign-in</source>
        <translation>Anmeldung im Netz nötig</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>battery low</source>
        <translation>Akku schwach</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>just logged in</source>
        <translation>gerade angemeldet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>daily amount used up</source>
        <translation>Tagesmenge verbraucht</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>another network</source>
        <translation>anderes Netz</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>password store locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>its turn</source>
        <translation>noch nicht an der Reihe</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>another job</source>
        <translation>anderer Auftrag</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>next try</source>
        <translation>nächster Versuch</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>new keys</source>
        <translation>neue Zugangsdaten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>begins soon</source>
        <translation>beginnt gleich</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>nothing runs schedules</source>
        <translation>nichts führt Zeitpläne aus</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>It waits for mains power.</source>
        <translation>Wartet auf Netzstrom.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Nothing is due before {when}.</source>
        <translation>Vor {when} ist nichts fällig.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Nothing is due.</source>
        <translation>Nichts ist fällig.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>For 30 minutes</source>
        <translation>Für 30 Minuten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>For 1 hour</source>
        <translation>Für 1 Stunde</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>For 4 hours</source>
        <translation>Für 4 Stunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Until tomorrow {time}</source>
        <translation>Bis morgen {time}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Until I resume</source>
        <translation>Bis ich fortsetze</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>No next backup is planned</source>
        <translation>Keine nächste Sicherung geplant</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>{when} did not run: {why}</source>
        <translation>{when} nicht gelaufen: {why}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>{when} was left out: {why}</source>
        <translation>{when} ausgelassen: {why}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>The network wants you to sign in on a page of its own first.</source>
        <translation>Das Netz verlangt erst eine Anmeldung auf einer eigenen Seite.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Your password store is locked. It goes on when you unlock it.</source>
        <translation>Ihr Schlüsselbund ist gesperrt. Es geht weiter, wenn Sie ihn entsperren.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>No schedule of this computer is for this site.</source>
        <translation>Kein Zeitplan dieses Computers gilt für diese Website.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Its schedule is switched off.</source>
        <translation>Ihr Zeitplan ist ausgeschaltet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Nothing runs the schedules now.</source>
        <translation>Nichts führt jetzt die Zeitpläne aus.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>a later run stands for it.</source>
        <translation>ein späterer Lauf steht dafür.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>It is due and begins in a moment.</source>
        <translation>Die Sicherung ist fällig und beginnt gleich.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Something works on this site now.</source>
        <translation>Auf dieser Website arbeitet gerade etwas.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>It waits for its turn; only a few sites run at once.</source>
        <translation>Noch nicht an der Reihe; nur wenige Websites laufen zugleich.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>The last try failed; it is tried again soon.</source>
        <translation>Der letzte Versuch ist fehlgeschlagen; bald folgt der nächste.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>It was interrupted, and is tried again.</source>
        <translation>Es wurde unterbrochen und wird wiederholt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>it was stopped by hand.</source>
        <translation>es wurde von Hand angehalten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>The site refused the keys again and again. Sign in anew, then let its schedules run again.</source>
        <translation>Die Website hat die Zugangsdaten wiederholt abgelehnt. Neu anmelden, dann die Zeitpläne wieder laufen lassen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>another computer had made this backup already.</source>
        <translation>ein anderer Computer hatte diese Sicherung schon gemacht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>its schedule became another one.</source>
        <translation>der Zeitplan wurde geändert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>(About {size}.)</source>
        <translation>(Etwa {size}.)</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>No schedule</source>
        <translation>Kein Zeitplan</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>This network is paid by the byte; it waits for another one.</source>
        <translation>Dieses Netz wird nach Volumen bezahlt; gewartet wird auf ein anderes.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>So much is transferred only on the networks you chose.</source>
        <translation>So viel wird nur in den Netzen übertragen, die Sie gewählt haben.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Quiet hours until {time}.</source>
        <translation>Ruhezeit bis {time}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>It waits until the quiet hours are over.</source>
        <translation>Wartet, bis die Ruhezeit vorbei ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>You have just logged in; it waits until {time}.</source>
        <translation>Sie haben sich gerade angemeldet; gewartet wird bis {time}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>You have just logged in.</source>
        <translation>Sie haben sich gerade angemeldet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>{moved} of the {budget} a day are used up; it goes on tomorrow.</source>
        <translation>{moved} von {budget} am Tag sind verbraucht; morgen geht es weiter.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>What may be transferred in a day is used up; it goes on tomorrow.</source>
        <translation>Was an einem Tag übertragen werden darf, ist verbraucht; morgen geht es weiter.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Schedules are paused.</source>
        <translation>Zeitpläne sind angehalten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>It waits until {host} can be reached.</source>
        <translation>Wartet, bis {host} erreichbar ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>at {time}</source>
        <translation>um {time}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>So much is transferred only on the networks you chose: {names}.</source>
        <translation>So viel wird nur in den Netzen übertragen, die Sie gewählt haben: {names}.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>The site's interface has no call for it. Use Backup Copilot in wp-admin.</source>
        <translation>Die Schnittstelle der Website hat dafür keinen Aufruf. Benutzen Sie Backup Copilot in wp-admin.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>Mail when done</source>
        <translation>E-Mail, wenn fertig</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>Upload to the cloud afterwards</source>
        <translation>Danach in die Cloud hochladen</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>Cloud provider</source>
        <translation>Cloud-Anbieter</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>The site mails its own recipients.</source>
        <translation>Die Website schreibt ihren eigenen Empfängern.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>Delete the cloud copy as well</source>
        <translation>Auch die Kopie in der Cloud löschen</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>Keep for days</source>
        <translation>Tage behalten</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>As the site names it, for example dropbox or google_drive. Empty: the site's default.</source>
        <translation>Wie die Website ihn nennt, zum Beispiel dropbox oder google_drive. Leer: die Vorgabe der Website.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>Kept with the backup on the site.</source>
        <translation>Wird bei der Sicherung auf der Website aufbewahrt.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>In the zone of the site, or UTC: compare with the next run shown afterwards.</source>
        <translation>In der Zeitzone der Website oder UTC: Vergleichen Sie danach den angezeigten nächsten Lauf.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>This server has no Backup API yet.</source>
        <translation>Dieser Server hat noch keine Backup-API.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>General Bots' Backup API has no download.</source>
        <translation>Die Backup-API von General Bots hat keinen Download.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>A word that the server knows, for example staging. Empty: where the backup came from.</source>
        <translation>Ein Wort, das der Server kennt, zum Beispiel staging. Leer: woher die Sicherung kam.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>Five fields as in cron; the server does not say in which time zone.</source>
        <translation>Fünf Felder wie bei Cron; der Server sagt nicht, in welcher Zeitzone.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>Needs the role admin on the server.</source>
        <translation>Braucht die Rolle „admin“ auf dem Server.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>A backup needs files, database or both.</source>
        <translation>Eine Sicherung braucht Dateien, Datenbank oder beides.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>General Bots needs a schedule in cron's five fields.</source>
        <translation>General Bots braucht einen Zeitplan mit den fünf Feldern von Cron.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>General Bots counts days, not backups.</source>
        <translation>General Bots zählt Tage, keine Sicherungen.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>For example --cron "0 2 * * *".</source>
        <translation>Zum Beispiel --cron "0 2 * * *".</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>Say for how many days backups are kept (--keep-days).</source>
        <translation>Geben Sie an, wie viele Tage Sicherungen bleiben (--keep-days).</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>User id of the site = full or developer.</source>
        <translation>Benutzer-ID der Website = full oder developer.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>The site's interface has no call for it. Use SafeGuard in wp-admin.</source>
        <translation>Die Schnittstelle der Website hat dafür keinen Aufruf. Benutzen Sie SafeGuard in wp-admin.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>SafeGuard has no download: its backups lie where the site uploads to. Holdfast fetches them there where that is S3.</source>
        <translation>SafeGuard hat keinen Download: Seine Sicherungen liegen dort, wohin die Website sie hochlädt. Ist das S3, holt Holdfast sie dort ab.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>Storage provider</source>
        <translation>Speicheranbieter</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>The short name as the site lists it. Empty: the primary one.</source>
        <translation>Der Kurzname, wie ihn die Website auflistet. Leer: der Hauptspeicher.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>Roles of users</source>
        <translation>Rollen der Benutzer</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>HH:MM in the site's time zone; compare with the next run shown afterwards.</source>
        <translation>HH:MM in der Zeitzone der Website; vergleichen Sie danach den angezeigten nächsten Lauf.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>So many backups are kept by the site.</source>
        <translation>So viele Sicherungen behält die Website.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>WP Engine demands at least one address and mails it when done.</source>
        <translation>WP Engine verlangt mindestens eine Adresse und schreibt ihr, wenn es fertig ist.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>Choose an install first (option install).</source>
        <translation>Wählen Sie zuerst eine Installation (Option install).</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>WP Engine's API deletes no backups; it keeps them for 60 days.</source>
        <translation>Die API von WP Engine löscht keine Sicherungen; sie bleiben 60 Tage.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>WP Engine backs up every night by itself; its API has no schedules.</source>
        <translation>WP Engine sichert von selbst jede Nacht; seine API hat keine Zeitpläne.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>WP Engine's API has no webhooks.</source>
        <translation>Die API von WP Engine hat keine Webhooks.</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>WP Engine's API does not offer it (any more).</source>
        <translation>Die API von WP Engine bietet das nicht (mehr).</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>Restore the database too</source>
        <translation>Auch die Datenbank wiederherstellen</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>Make a backup before</source>
        <translation>Vorher eine Sicherung anlegen</translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>A checkpoint of the present state, to go back to.</source>
        <translation>Ein Sicherungspunkt des jetzigen Zustands, um zurückzukehren.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Your earlier backups are not affected. The log (`holdfast activity log ID`) holds what is needed to report it.</source>
        <translation>Ihre früheren Sicherungen sind davon nicht betroffen. Das Protokoll (`holdfast activity log ID`) enthält, was für eine Meldung nötig ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Holdfast met an error it did not expect ({type}).</source>
        <translation>Holdfast ist auf einen unerwarteten Fehler gestoßen ({type}).</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Stopped on request. What was stored stays usable.</source>
        <translation>Auf Wunsch angehalten. Was gespeichert wurde, bleibt nutzbar.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Choose another port.</source>
        <translation>Wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Choose another backup.</source>
        <translation>Wählen Sie eine andere Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Start again.</source>
        <translation>Beginnen Sie von vorn.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Check the path.</source>
        <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Check the address.</source>
        <translation>Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Check its permissions.</source>
        <translation>Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Change its permissions.</source>
        <translation>Ändern Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Use https.</source>
        <translation>Verwenden Sie https.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Move it away.</source>
        <translation>Räumen Sie sie beiseite.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Make it, or choose another.</source>
        <translation>Legen Sie ihn an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Tidy that folder up.</source>
        <translation>Räumen Sie diesen Ordner auf.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Make room on this disk.</source>
        <translation>Schaffen Sie Platz auf diesem Datenträger.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Make room, then try again.</source>
        <translation>Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Make room, or choose another folder.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Make room and download again: it goes on where it stopped.</source>
        <translation>Schaffen Sie Platz, und laden Sie noch einmal herunter: Es geht dort weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Make room: forget old backups and prune, or choose another storage.</source>
        <translation>Schaffen Sie Platz: Entfernen Sie alte Sicherungen und räumen Sie auf, oder wählen Sie einen anderen Speicher.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The backup is kept; write it elsewhere.</source>
        <translation>Die Sicherung ist behalten; schreiben Sie sie woandershin.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Update Holdfast on this computer.</source>
        <translation>Aktualisieren Sie Holdfast auf diesem Computer.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Update Holdfast on this computer. Nothing was changed.</source>
        <translation>Aktualisieren Sie Holdfast auf diesem Computer. Nichts wurde geändert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{path} cannot be written: {why}.</source>
        <translation>{path} kann nicht geschrieben werden: {why}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{path} cannot be written to: {why}.</source>
        <translation>In {path} kann nicht geschrieben werden: {why}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{path} cannot be written to.</source>
        <translation>In {path} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{path} cannot be read: {why}.</source>
        <translation>{path} kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{path} cannot be used: {why}.</source>
        <translation>{path} kann nicht benutzt werden: {why}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{path} cannot be read.</source>
        <translation>{path} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{path} is no file.</source>
        <translation>{path} ist keine Datei.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{path} is not a folder.</source>
        <translation>{path} ist kein Ordner.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is no file {path}.</source>
        <translation>Es gibt keine Datei {path}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There are too many files named {name}.</source>
        <translation>Es gibt zu viele Dateien namens {name}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There are too many files named {name} in {path}.</source>
        <translation>In {path} gibt es zu viele Dateien namens {name}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The disk of {path} is full.</source>
        <translation>Der Datenträger von {path} ist voll.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The disk is full: {path}.</source>
        <translation>Der Datenträger ist voll: {path}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Another Holdfast is doing this already.</source>
        <translation>Ein anderes Holdfast tut das bereits.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Another Holdfast (process {id}) is doing this already.</source>
        <translation>Ein anderes Holdfast (Prozess {id}) tut das bereits.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Close it, or let it do the work.</source>
        <translation>Schließen Sie es, oder lassen Sie es die Arbeit tun.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is a site {name} already.</source>
        <translation>Es gibt schon eine Website „{name}“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is a storage {name} already.</source>
        <translation>Es gibt schon einen Speicher „{name}“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is an account {name} already.</source>
        <translation>Es gibt schon ein Konto „{name}“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is a receiver {name} already.</source>
        <translation>Es gibt schon einen Empfänger „{name}“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is no site {name}.</source>
        <translation>Es gibt keine Website „{name}“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is no storage {name}.</source>
        <translation>Es gibt keinen Speicher „{name}“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is no job {name}.</source>
        <translation>Es gibt keinen Auftrag „{name}“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{name} cannot be the name of a site.</source>
        <translation>„{name}“ kann keine Website heißen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{name} cannot be the name of a storage.</source>
        <translation>„{name}“ kann kein Speicher heißen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Up to 100 characters; no slash, no line break, no @ or - at its beginning.</source>
        <translation>Bis zu 100 Zeichen; kein Schrägstrich, kein Zeilenumbruch, kein @ oder - am Anfang.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>No site has the tag {name}.</source>
        <translation>Keine Website hat das Schlagwort „{name}“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The account {name} is used by {users}.</source>
        <translation>Das Konto „{name}“ wird von {users} verwendet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Remove these sites first.</source>
        <translation>Entfernen Sie zuerst diese Websites.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The storage {name} is used by {users}.</source>
        <translation>Der Speicher „{name}“ wird von {users} verwendet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Give these sites another storage first.</source>
        <translation>Geben Sie diesen Websites zuerst einen anderen Speicher.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The site {name} has no storage.</source>
        <translation>Die Website „{name}“ hat keinen Speicher.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The site {name} has no database that Holdfast knows.</source>
        <translation>Die Website „{name}“ hat keine Datenbank, die Holdfast kennt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The storage that this backup was to be kept in is gone.</source>
        <translation>Den Speicher, in dem diese Sicherung behalten werden sollte, gibt es nicht mehr.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>These backups are in different storages.</source>
        <translation>Diese Sicherungen liegen in verschiedenen Speichern.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>These two backups are in different storages.</source>
        <translation>Diese beiden Sicherungen liegen in verschiedenen Speichern.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Remove those of one storage after the other.</source>
        <translation>Entfernen Sie sie Speicher für Speicher.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Add it anew.</source>
        <translation>Fügen Sie sie neu hinzu.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Rename that one first.</source>
        <translation>Benennen Sie diese zuerst um.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>No site {name} was removed in the last {days} days.</source>
        <translation>In den letzten {days} Tagen wurde keine Website „{name}“ entfernt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Give the folder that holds the site's files.</source>
        <translation>Geben Sie den Ordner an, in dem die Dateien der Website liegen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>A password inside a database address is refused.</source>
        <translation>Eine Datenbankadresse, in der ein Passwort steht, wird nicht angenommen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>A database address must not hold a password.</source>
        <translation>In einer Datenbankadresse darf kein Passwort stehen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The database address is not one that Holdfast understands.</source>
        <translation>Diese Datenbankadresse versteht Holdfast nicht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The database is not given in a way that Holdfast understands.</source>
        <translation>Diese Angabe der Datenbank versteht Holdfast nicht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The database's address, user or password holds a character, or a length, that no server takes.</source>
        <translation>Adresse, Benutzer oder Passwort der Datenbank haben ein Zeichen oder eine Länge, die kein Server annimmt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{name} is no database that Holdfast knows.</source>
        <translation>„{name}“ ist keine Datenbank, die Holdfast kennt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The folder {path} is not there.</source>
        <translation>Der Ordner {path} ist nicht da.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The folder {path} may not be read.</source>
        <translation>Der Ordner {path} darf nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The folder {path} cannot be read: {why}.</source>
        <translation>Der Ordner {path} kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Run as a user who may read it.</source>
        <translation>Starten Sie Holdfast als ein Benutzer, der ihn lesen darf.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The whole file system cannot be backed up as one source.</source>
        <translation>Das ganze Dateisystem lässt sich nicht als eine Quelle sichern.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Name the folders that matter.</source>
        <translation>Nennen Sie die Ordner, auf die es ankommt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Choose the folder that holds the WordPress.</source>
        <translation>Wählen Sie den Ordner, in dem das WordPress liegt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is no database file {path}.</source>
        <translation>Es gibt keine Datenbankdatei {path}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The database file {path} may not be read.</source>
        <translation>Die Datenbankdatei {path} darf nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{path} is not an SQLite database.</source>
        <translation>{path} ist keine SQLite-Datenbank.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Encrypted databases cannot be copied while in use.</source>
        <translation>Verschlüsselte Datenbanken lassen sich nicht kopieren, während sie benutzt werden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The SQLite database {path} is damaged.</source>
        <translation>Die SQLite-Datenbank {path} ist beschädigt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The SQLite database {path} is damaged: {why}</source>
        <translation>Die SQLite-Datenbank {path} ist beschädigt: {why}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The database {path} is locked by another program.</source>
        <translation>Die Datenbank {path} ist von einem anderen Programm gesperrt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Try again when it has finished writing.</source>
        <translation>Versuchen Sie es noch einmal, wenn es fertig geschrieben hat.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The temporary folder is full.</source>
        <translation>Der Ordner für vorübergehende Dateien ist voll.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The database server at {host} did not answer within {seconds} s.</source>
        <translation>Der Datenbankserver unter {host} hat innerhalb von {seconds} s nicht geantwortet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Is it overloaded, or a table locked?</source>
        <translation>Ist er überlastet oder eine Tabelle gesperrt?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The program {name} is not installed, and databases are read and written with it.</source>
        <translation>Das Programm {name} ist nicht installiert; mit ihm werden Datenbanken gelesen und geschrieben.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The database dump ended in the middle.</source>
        <translation>Der Datenbankabzug endet mittendrin.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Nothing was stored of it. Try again.</source>
        <translation>Davon wurde nichts gespeichert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The database user “{name}” may not create a database, and a restore goes into a new one first.</source>
        <translation>Der Datenbankbenutzer „{name}“ darf keine Datenbank anlegen, und wiederhergestellt wird zuerst in eine neue.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>A trial load needs MariaDB's server program.</source>
        <translation>Zum Laden auf Probe ist das Serverprogramm von MariaDB nötig.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Install mariadb-server-core.</source>
        <translation>Installieren Sie mariadb-server-core.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The backup {name} is marked to be kept.</source>
        <translation>Die Sicherung {name} ist zum Behalten markiert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The backup {name} cannot be read.</source>
        <translation>Die Sicherung {name} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The backup {name} has no {path}.</source>
        <translation>In der Sicherung {name} gibt es {path} nicht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The backup {name} has nothing at {path}.</source>
        <translation>In der Sicherung {name} liegt nichts unter {path}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is no site to restore to.</source>
        <translation>Es gibt keine Website, in die wiederhergestellt werden könnte.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Name a folder to restore to.</source>
        <translation>Nennen Sie einen Ordner, in den wiederhergestellt wird.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Name the site, or a folder to restore to.</source>
        <translation>Nennen Sie die Website oder einen Ordner, in den wiederhergestellt wird.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{path} is a file; a restore needs a folder.</source>
        <translation>{path} ist eine Datei; zum Wiederherstellen braucht es einen Ordner.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Parts can be chosen for a WordPress only.</source>
        <translation>Teile lassen sich nur bei einem WordPress wählen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The folder that is restored to was exchanged for another one meanwhile.</source>
        <translation>Der Ordner, in den wiederhergestellt wird, wurde inzwischen gegen einen anderen ausgetauscht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Free space there, restore less, or restore to another disk. Nothing was changed.</source>
        <translation>Schaffen Sie dort Platz, stellen Sie weniger wieder her, oder nehmen Sie einen anderen Datenträger. Nichts wurde geändert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Free space there or restore to another folder, then restore again: what is already right is kept.</source>
        <translation>Schaffen Sie dort Platz, oder nehmen Sie einen anderen Ordner, und stellen Sie noch einmal wieder her: Was schon stimmt, bleibt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Free space there or export to another disk.</source>
        <translation>Schaffen Sie dort Platz, oder exportieren Sie auf einen anderen Datenträger.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Free space there or write to another disk.</source>
        <translation>Schaffen Sie dort Platz, oder schreiben Sie auf einen anderen Datenträger.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Free space on that disk, remove old backups and prune, or choose another storage. Backups made before are unharmed.</source>
        <translation>Schaffen Sie Platz auf diesem Datenträger, entfernen Sie alte Sicherungen, oder wählen Sie einen anderen Speicher. Frühere Sicherungen sind unversehrt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>This backup holds no database dump of Holdfast's.</source>
        <translation>Diese Sicherung enthält keinen Datenbankabzug von Holdfast.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>This backup holds an SQLite database, which cannot be loaded into a MySQL server.</source>
        <translation>Diese Sicherung enthält eine SQLite-Datenbank; sie lässt sich nicht in einen MySQL-Server laden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>This backup holds a MySQL database, which cannot be loaded into an SQLite file.</source>
        <translation>Diese Sicherung enthält eine MySQL-Datenbank; sie lässt sich nicht in eine SQLite-Datei laden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Restore the files too, or name another place.</source>
        <translation>Stellen Sie auch die Dateien wieder her, oder nennen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Make room. The live one was not touched.</source>
        <translation>Schaffen Sie Platz. Die Datenbank im Betrieb wurde nicht angerührt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The live database was not touched.</source>
        <translation>Die Datenbank im Betrieb wurde nicht angerührt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The live database was not touched. Is there enough room on the server?</source>
        <translation>Die Datenbank im Betrieb wurde nicht angerührt. Ist auf dem Server genug Platz?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The database {path} is being written to.</source>
        <translation>In die Datenbank {path} wird gerade geschrieben.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The drill of the backup {name} failed: {what}: {why}</source>
        <translation>Die Probe der Sicherung {name} ist fehlgeschlagen: {what}: {why}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Choose a folder that can be written to.</source>
        <translation>Wählen Sie einen Ordner, in den geschrieben werden kann.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Choose a folder that this user may write to.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Your earlier backups are not affected. Was the computer out of memory? Start the backup again.</source>
        <translation>Ihre früheren Sicherungen sind davon nicht betroffen. Ging dem Computer der Arbeitsspeicher aus? Starten Sie die Sicherung noch einmal.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>A helper of the backup ended unexpectedly (exit code {code}).</source>
        <translation>Ein Helfer der Sicherung endete unerwartet (Code {code}).</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>A helper of the restore ended unexpectedly (exit code {code}).</source>
        <translation>Ein Helfer der Wiederherstellung endete unerwartet (Code {code}).</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Was the computer out of memory? Start the restore again; what is already right is kept.</source>
        <translation>Ging dem Computer der Arbeitsspeicher aus? Starten Sie die Wiederherstellung noch einmal; was schon stimmt, bleibt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The retention policy would keep none of these backups.</source>
        <translation>Nach dieser Regel bliebe keine dieser Sicherungen übrig.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Add a rule that keeps at least one, such as last=1; single backups can be deleted by their id.</source>
        <translation>Fügen Sie eine Regel hinzu, die mindestens eine behält; einzelne Sicherungen lassen sich für sich löschen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The repository has changed since the plan was made.</source>
        <translation>Das Repository hat sich geändert, seit der Plan gemacht wurde.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Backups that the plan keeps are gone meanwhile.</source>
        <translation>Sicherungen, die nach dem Plan bleiben sollten, sind inzwischen verschwunden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Download it again, or take another backup.</source>
        <translation>Laden Sie sie noch einmal herunter, oder nehmen Sie eine andere Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Nothing of it was used. Make a new backup, or look at how this archive was made.</source>
        <translation>Nichts davon wurde verwendet. Machen Sie eine neue Sicherung, oder sehen Sie nach, wie dieses Archiv entstanden ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Nothing of it was taken in. Take another backup.</source>
        <translation>Nichts davon wurde übernommen. Nehmen Sie eine andere Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The archive is refused: {why}.</source>
        <translation>Das Archiv wird nicht angenommen: {why}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The archive is damaged: {why}.</source>
        <translation>Das Archiv ist beschädigt: {why}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The archive cannot be read: {why}.</source>
        <translation>Das Archiv kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is no archive {name}.</source>
        <translation>Es gibt kein Archiv {name}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>It may have been moved or removed.</source>
        <translation>Vielleicht wurde es verschoben oder entfernt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>None of these files is an archive.</source>
        <translation>Keine dieser Dateien ist ein Archiv.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>zip, tar, tar.gz, tar.zst and .sql.gz are known.</source>
        <translation>Bekannt sind zip, tar, tar.gz, tar.zst und .sql.gz.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{path} is no archive by its name.</source>
        <translation>{path} ist dem Namen nach kein Archiv.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{name} is being downloaded already.</source>
        <translation>{name} wird bereits heruntergeladen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Wait until that download ends.</source>
        <translation>Warten Sie, bis dieser Download zu Ende ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The connection to {host} ended too early.</source>
        <translation>Die Verbindung zu {host} endete zu früh.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{host} sent a page in place of the backup.</source>
        <translation>{host} hat statt der Sicherung eine Seite geschickt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{name} needs {need} MiB more in {path}, {free} MiB are free.</source>
        <translation>{name} braucht noch {need} MiB in {path}, frei sind {free} MiB.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The download had to start from the beginning too often: the server cannot continue one, or the file keeps changing.</source>
        <translation>Der Download musste zu oft von vorn beginnen: Der Server kann keinen fortsetzen, oder die Datei ändert sich ständig.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Try again on a steadier line, or when the site makes no backup.</source>
        <translation>Versuchen Sie es über eine stabilere Leitung oder wenn die Website keine Sicherung macht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The backups of {name} cannot be fetched: its service offers no download.</source>
        <translation>Die Sicherungen von „{name}“ lassen sich nicht holen: Ihr Dienst bietet keinen Download an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The site {name} has no storage of yours to take its backups into.</source>
        <translation>Für die Sicherungen der Website „{name}“ ist keiner Ihrer Speicher gewählt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The site has not begun this backup.</source>
        <translation>Die Website hat diese Sicherung nicht begonnen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>It may have been deleted there.</source>
        <translation>Vielleicht wurde sie dort gelöscht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>It may have been deleted there. Read the list anew.</source>
        <translation>Vielleicht wurde sie dort gelöscht. Lesen Sie die Liste neu ein.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The site did not delete the backup.</source>
        <translation>Die Website hat die Sicherung nicht gelöscht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The site did not delete the schedule.</source>
        <translation>Die Website hat den Zeitplan nicht gelöscht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The backup failed on the site: {why}.</source>
        <translation>Die Sicherung ist auf der Website fehlgeschlagen: {why}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>This backup cannot be restored: it is {state}.</source>
        <translation>Diese Sicherung lässt sich nicht wiederherstellen: Ihr Zustand ist „{state}“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{host} did not answer in time.</source>
        <translation>{host} hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{host} cannot be reached.</source>
        <translation>{host} ist nicht erreichbar.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{host} cannot be found.</source>
        <translation>{host} ist nicht zu finden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{host} refused the connection.</source>
        <translation>{host} lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The connection to {host} broke.</source>
        <translation>Die Verbindung zu {host} ist abgebrochen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The answer of {host} could not be read.</source>
        <translation>Die Antwort von {host} war nicht zu lesen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>No secure connection to {host} could be made.</source>
        <translation>Zu {host} kam keine sichere Verbindung zustande.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The server does not speak https at this address, or an outdated form of it.</source>
        <translation>Der Server spricht unter dieser Adresse kein https oder nur eine veraltete Form davon.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Check that the site is up; Holdfast tries again.</source>
        <translation>Prüfen Sie, ob die Website läuft; Holdfast versucht es noch einmal.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Check the address and the port.</source>
        <translation>Prüfen Sie Adresse und Port.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Check the address and your network.</source>
        <translation>Prüfen Sie die Adresse und Ihr Netz.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Check the address, or the domain's renewal.</source>
        <translation>Prüfen Sie die Adresse oder ob die Domain abgelaufen ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Check the network connection.</source>
        <translation>Prüfen Sie die Netzverbindung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Check the network connection and the server.</source>
        <translation>Prüfen Sie die Netzverbindung und den Server.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Details are in the plugin's own log.</source>
        <translation>Einzelheiten stehen im Protokoll des Plugins.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Wait until it is done, then try again.</source>
        <translation>Warten Sie, bis das fertig ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Try again later; what runs by schedule waits by itself.</source>
        <translation>Versuchen Sie es später noch einmal; was nach Zeitplan läuft, wartet von selbst.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{host} did not take the request ({status}).</source>
        <translation>{host} hat die Anfrage nicht angenommen ({status}).</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>WP Engine is making the archive of this backup.</source>
        <translation>WP Engine stellt das Archiv dieser Sicherung zusammen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>It takes some minutes; the download starts by itself then.</source>
        <translation>Das dauert einige Minuten; der Download beginnt dann von selbst.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>WP Engine could not make the archive of this backup.</source>
        <translation>WP Engine konnte das Archiv dieser Sicherung nicht zusammenstellen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>WP Engine does not have this backup any more.</source>
        <translation>WP Engine hat diese Sicherung nicht mehr.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>That is not a web address.</source>
        <translation>Das ist keine Webadresse.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Give an address such as example.org.</source>
        <translation>Geben Sie eine Adresse wie example.org an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Give an address such as https://example.org.</source>
        <translation>Geben Sie eine Adresse wie https://example.org an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Give an address such as https://hooks.example/holdfast.</source>
        <translation>Geben Sie eine Adresse wie https://hooks.example/holdfast an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The address holds a user or password.</source>
        <translation>In der Adresse steht ein Benutzer oder Passwort.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Give the address without them.</source>
        <translation>Geben Sie die Adresse ohne beides an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{address} is not a web address.</source>
        <translation>{address} ist keine Webadresse.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>A user name is needed.</source>
        <translation>Ein Benutzername ist nötig.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>A user name is needed, without a colon.</source>
        <translation>Ein Benutzername ohne Doppelpunkt ist nötig.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The password is empty.</source>
        <translation>Das Passwort ist leer.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Nobody signed in within the time.</source>
        <translation>In der vorgesehenen Zeit hat sich niemand angemeldet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Start again, or paste the password.</source>
        <translation>Beginnen Sie von vorn, oder fügen Sie das Passwort ein.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The sign-in ended without a password.</source>
        <translation>Die Anmeldung endete ohne Passwort.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The sign-in at {host} has expired.</source>
        <translation>Die Anmeldung bei {host} ist abgelaufen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The sign-in was refused: {why}.</source>
        <translation>Die Anmeldung wurde abgelehnt: {why}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>This site offers no application passwords.</source>
        <translation>Diese Website bietet keine Anwendungspasswörter an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Allow them in the security plugin, and serve the site by https.</source>
        <translation>Erlauben Sie sie im Sicherheits-Plugin, und stellen Sie die Website auf https um.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The location is empty.</source>
        <translation>Der Ort ist leer.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>A location must not hold a user name or password.</source>
        <translation>Im Ort darf kein Benutzername oder Passwort stehen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The S3 location does not name a host and a bucket.</source>
        <translation>Der S3-Ort nennt nicht Host und Bucket.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>An S3 storage needs an access key and its secret.</source>
        <translation>Ein S3-Speicher braucht einen Zugriffsschlüssel und dessen Geheimnis.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{name} storages are not supported yet.</source>
        <translation>Speicher über {name} werden noch nicht unterstützt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{place} is reached without encryption.</source>
        <translation>{place} wird unverschlüsselt angesprochen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The storage {place} refused the access key.</source>
        <translation>Der Speicher {place} hat den Zugriffsschlüssel abgelehnt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>No usable keys were found for the storage {place}.</source>
        <translation>Für den Speicher {place} fand sich kein brauchbarer Schlüssel.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The storage {place} says that this computer's clock is wrong.</source>
        <translation>Nach Auskunft des Speichers {place} geht die Uhr dieses Computers falsch.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The bucket of {place} is in another region.</source>
        <translation>Der Bucket von {place} liegt in einer anderen Region.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The bucket of the storage {place} is not there.</source>
        <translation>Den Bucket des Speichers {place} gibt es nicht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The bucket of {place} belongs to somebody else.</source>
        <translation>Der Bucket von {place} gehört jemand anderem.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The storage {place} cannot be reached.</source>
        <translation>Der Speicher {place} ist nicht erreichbar.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The host name of the storage {place} was not found.</source>
        <translation>Der Hostname des Speichers {place} ist nicht zu finden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The connection to the storage {place} broke at {name}.</source>
        <translation>Die Verbindung zum Speicher {place} ist bei {name} abgebrochen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The storage {place} failed at {name}.</source>
        <translation>Der Speicher {place} versagte bei {name}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The storage {place} failed at {name}: {why}.</source>
        <translation>Der Speicher {place} versagte bei {name}: {why}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The settings of the storage {place} do not work.</source>
        <translation>Die Einstellungen des Speichers {place} funktionieren nicht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The folder of the storage {place} is not there.</source>
        <translation>Der Ordner des Speichers {place} ist nicht da.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The storage {place} is full: {free} MiB are free.</source>
        <translation>Der Speicher {place} ist voll: Frei sind {free} MiB.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The passphrase does not open the repository in {place}.</source>
        <translation>Die Passphrase öffnet das Repository in {place} nicht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Check the passphrase; upper and lower case and blanks count.</source>
        <translation>Prüfen Sie die Passphrase; Groß- und Kleinschreibung und Leerzeichen zählen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>A repository's passphrase must not be empty.</source>
        <translation>Die Passphrase eines Repositorys darf nicht leer sein.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is no repository in {place}.</source>
        <translation>In {place} liegt kein Repository.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is a repository in {place} already.</source>
        <translation>In {place} liegt schon ein Repository.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is a repository in {place} already; its password is needed to open it.</source>
        <translation>In {place} liegt schon ein Repository; zum Öffnen ist sein Passwort nötig.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Open it with its passphrase, or choose another place.</source>
        <translation>Öffnen Sie es mit seiner Passphrase, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Check the location. A new repository is made with `holdfast storage add`.</source>
        <translation>Prüfen Sie den Ort.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The repository has format version {version}; Holdfast works with version {ours}.</source>
        <translation>Das Repository hat das Format in Version {version}; Holdfast arbeitet mit Version {ours}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The repository holds no backup yet.</source>
        <translation>Das Repository enthält noch keine Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The key in use cannot be removed.</source>
        <translation>Der Schlüssel, der gerade benutzt wird, lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Open the storage with another passphrase first, or change this one.</source>
        <translation>Öffnen Sie den Speicher zuerst mit einer anderen Passphrase, oder ändern Sie diese.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{place} holds another repository than the one that was added as {name}.</source>
        <translation>In {place} liegt ein anderes Repository als das, das als „{name}“ hinzugefügt wurde.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Is another disk mounted there? If the repository was made anew, remove the storage and add it again.</source>
        <translation>Ist dort ein anderer Datenträger eingebunden? Wurde das Repository neu angelegt, entfernen Sie den Speicher, und fügen Sie ihn wieder hinzu.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>This computer has no password store that Holdfast can use.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, den Holdfast benutzen kann.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Use a sealed file.</source>
        <translation>Verwenden Sie eine versiegelte Datei.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The passphrase of the sealed file is wrong.</source>
        <translation>Die Passphrase der versiegelten Datei ist falsch.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Backups are unharmed. Enter it again (it is on the recovery kit).</source>
        <translation>Die Sicherungen sind unversehrt. Geben Sie es noch einmal ein (es steht auf dem Notfallblatt).</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is no time zone {name}.</source>
        <translation>Es gibt keine Zeitzone „{name}“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{text} has {count} fields; cron has five.</source>
        <translation>„{text}“ hat {count} Felder; cron hat fünf.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{text} cannot be read as the {field} ({low} to {high}).</source>
        <translation>„{text}“ ist im Feld {field} nicht zu verstehen ({low} bis {high}).</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>No day of any year fits {text}.</source>
        <translation>Kein Tag irgendeines Jahres passt zu „{text}“.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The month has no such day.</source>
        <translation>Einen solchen Tag hat der Monat nicht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>HH:MM, for example 02:30.</source>
        <translation>HH:MM, zum Beispiel 02:30.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>That moment is past.</source>
        <translation>Dieser Zeitpunkt ist vorbei.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{text} is no time of day.</source>
        <translation>„{text}“ ist keine Uhrzeit.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{text} are no quiet hours.</source>
        <translation>„{text}“ sind keine Ruhezeiten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Write them as 22:00-07:00.</source>
        <translation>Schreiben Sie sie als 22:00-07:00.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>battery_level is a percentage between 0 and 100.</source>
        <translation>Der Ladestand ist ein Wert zwischen 0 und 100 %.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>overdue_days and log_days must be at least 1.</source>
        <translation>Tage müssen mindestens 1 sein.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Limits are KiB a second; 0 means none.</source>
        <translation>Grenzen sind KiB je Sekunde; 0 heißt: keine.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The secret of a webhook is too short to protect anything.</source>
        <translation>Das Geheimnis des Webhooks ist zu kurz, um etwas zu schützen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Take at least 8 letters and digits.</source>
        <translation>Nehmen Sie mindestens 8 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{file} is no export of Holdfast's settings.</source>
        <translation>{file} ist kein Export der Einstellungen von Holdfast.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{file} was written by a newer Holdfast.</source>
        <translation>{file} wurde von einem neueren Holdfast geschrieben.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>What is imported does not fit what is here: two things would have one name.</source>
        <translation>Was importiert wird, passt nicht zu dem, was schon da ist: Zwei Dinge hätten denselben Namen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>waiting for the site: {why}</source>
        <translation>wartet auf die Website: {why}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{host} is in maintenance mode.</source>
        <translation>{host} ist im Wartungsmodus.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{host} is busy with another job.</source>
        <translation>{host} ist mit einem anderen Auftrag beschäftigt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The database of {host} does not answer.</source>
        <translation>Die Datenbank von {host} antwortet nicht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The disk with Holdfast's database does not answer.</source>
        <translation>Der Datenträger mit der Datenbank von Holdfast antwortet nicht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The backup is on the site only: {why}</source>
        <translation>Die Sicherung liegt nur auf der Website: {why}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The backup was made; old ones could not be thinned out: {why}</source>
        <translation>Die Sicherung ist gemacht; alte ließen sich nicht ausdünnen: {why}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The site cannot be asked ({why}); this is the newest copy that is kept.</source>
        <translation>Die Website lässt sich nicht fragen ({why}); das ist die neueste Kopie, die behalten ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The files in {path} were left alone: look at the plan, then confirm it.</source>
        <translation>Die Dateien in {path} blieben unberührt: Sehen Sie sich den Plan an, und bestätigen Sie ihn dann.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{files} of {of} files, {bytes} bytes</source>
        <translation>{files} von {of} Dateien, {bytes}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{files} files could not be restored: {names}</source>
        <translation>{files} Dateien ließen sich nicht wiederherstellen: {names}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{files} files read back from disk, all as in the backup</source>
        <translation>{files} Dateien vom Datenträger zurückgelesen, alle wie in der Sicherung</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{files} files differ on disk from the backup: {names}</source>
        <translation>{files} Dateien weichen auf dem Datenträger von der Sicherung ab: {names}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{files} dump files, {tables} tables, {rows} rows, every statement read to the last one</source>
        <translation>{files} Dateien des Abzugs, {tables} Tabellen, {rows} Zeilen, jede Anweisung bis zur letzten gelesen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{tables} tables with {rows} rows were loaded into a private server and counted</source>
        <translation>{tables} Tabellen mit {rows} Zeilen in einen eigenen Server geladen und gezählt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{tables} tables with {rows} rows were loaded into a private server and counted; {posts} posts and {pages} pages are published</source>
        <translation>{tables} Tabellen mit {rows} Zeilen in einen eigenen Server geladen und gezählt; veröffentlicht sind {posts} Beiträge und {pages} Seiten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{path} can be read</source>
        <translation>{path} ist lesbar</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>all of WordPress' own tables with the prefix {prefix}, {tables} tables in all</source>
        <translation>alle Tabellen von WordPress selbst mit dem Präfix {prefix}, insgesamt {tables} Tabellen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>no post refers to an upload</source>
        <translation>kein Beitrag verweist auf einen Upload</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>all of {files} uploads that posts refer to are there</source>
        <translation>alle {files} Uploads, auf die Beiträge verweisen, sind da</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>WordPress {version} lacks {names}</source>
        <translation>Bei WordPress {version} fehlt: {names}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>WordPress {version}, {files} files, the first of this version: nothing to compare with</source>
        <translation>WordPress {version}, {files} Dateien, die erste Sicherung dieser Version: noch kein Vergleich möglich</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>WordPress {version}, {files} files as in the first backup of this version ({when})</source>
        <translation>WordPress {version}, {files} Dateien wie in der ersten Sicherung dieser Version ({when})</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>WordPress {version} answers with its front page ({bytes} bytes); {posts} posts, {pages} pages</source>
        <translation>WordPress {version} antwortet mit seiner Startseite ({bytes}); {posts} Beiträge, {pages} Seiten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>This computer has no PHP 8 with mysqli to serve it with.</source>
        <translation>Auf diesem Computer gibt es kein PHP 8 mit mysqli, um es zu starten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>A site in several archives is not put together.</source>
        <translation>Eine Website in mehreren Archiven wird nicht zusammengesetzt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is no database in this backup.</source>
        <translation>In dieser Sicherung gibt es keine Datenbank.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The backup should hold a database and does not.</source>
        <translation>Die Sicherung sollte eine Datenbank enthalten und tut es nicht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is no wp-config.php in the backup.</source>
        <translation>In der Sicherung gibt es keine wp-config.php.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>read, not loaded: {why}</source>
        <translation>gelesen, nicht geladen: {why}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>that is how far this drill was to go</source>
        <translation>so weit sollte diese Probe gehen</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>It cannot be loaded: {why}</source>
        <translation>Sie lässt sich nicht laden: {why}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The password opens the repository {id}.</source>
        <translation>Das Passwort öffnet das Repository {id}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Passwords are kept in the {store}, and it answers.</source>
        <translation>Passwörter liegen hier: {store}. Der Zugriff klappt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{storage}: not tried, its password cannot be read now.</source>
        <translation>{storage}: nicht geprüft, das Passwort lässt sich gerade nicht lesen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{storage}: reached, and its password opens the repository.</source>
        <translation>{storage}: erreichbar, und das Passwort öffnet das Repository.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{storage}: your sites and schedules could not be kept there: {why}</source>
        <translation>{storage}: Ihre Websites und Zeitpläne ließen sich dort nicht ablegen: {why}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{storage}: your sites and schedules are not kept there yet.</source>
        <translation>{storage}: Ihre Websites und Zeitpläne sind dort noch nicht abgelegt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>They are tried again with the next backup.</source>
        <translation>Mit der nächsten Sicherung wird es noch einmal versucht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>They will be with the next backup.</source>
        <translation>Das geschieht mit der nächsten Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>No server is known whose clock could be compared.</source>
        <translation>Es ist kein Server bekannt, mit dessen Uhr verglichen werden könnte.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{host}: its clock and ours agree to {seconds} s.</source>
        <translation>{host}: Die Uhr dort und die hiesige stimmen auf {seconds} s überein.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{host}: its clock is {span} ahead of ours.</source>
        <translation>{host}: Die Uhr dort geht {span} gegenüber der hiesigen vor.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{host}: its clock is {span} behind ours.</source>
        <translation>{host}: Die Uhr dort geht {span} gegenüber der hiesigen nach.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{n} minutes</source>
        <translation>{n} Minuten</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{n} hours</source>
        <translation>{n} Stunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Let this computer set its clock from the network; servers refuse what is signed at a wrong time.</source>
        <translation>Lassen Sie diesen Computer seine Uhr über das Netz stellen; Server lehnen ab, was mit falscher Zeit signiert ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Is this computer online, and the address right?</source>
        <translation>Ist dieser Computer online und die Adresse richtig?</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Python {version} with SQLite {sqlite}.</source>
        <translation>Python {version} mit SQLite {sqlite}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Python {version} is too old.</source>
        <translation>Python {version} ist zu alt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Holdfast needs Python 3.11 or newer.</source>
        <translation>Holdfast braucht Python 3.11 oder neuer.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>All {n} libraries are there.</source>
        <translation>Alle {n} Bibliotheken sind da.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Libraries are missing: {names}.</source>
        <translation>Bibliotheken fehlen: {names}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Install Holdfast again.</source>
        <translation>Installieren Sie Holdfast neu.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{n} of Holdfast's files are open to others, like {path}.</source>
        <translation>{n} Dateien von Holdfast sind für andere zugänglich, etwa {path}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Holdfast's files are for you alone.</source>
        <translation>Die Dateien von Holdfast sind nur für Sie zugänglich.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{size} GB are free on the disk of {path}.</source>
        <translation>Auf dem Datenträger von {path} sind {size} GB frei.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Make room there: downloads and databases pass through it.</source>
        <translation>Schaffen Sie dort Platz: Downloads und Datenbanken gehen hindurch.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>No setting was changed yet.</source>
        <translation>Bisher wurde keine Einstellung geändert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The settings can be read.</source>
        <translation>Die Einstellungen sind lesbar.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Change any setting to write it anew.</source>
        <translation>Ändern Sie irgendeine Einstellung, um sie neu zu schreiben.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>There is no database yet.</source>
        <translation>Es gibt noch keine Datenbank.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The database is sound (schema {version}).</source>
        <translation>Die Datenbank ist in Ordnung (Schema {version}).</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{path} is damaged: {why}.</source>
        <translation>{path} ist beschädigt: {why}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>{name} was written by a newer Holdfast (schema {version}; this one knows {ours}).</source>
        <translation>{name} wurde von einem neueren Holdfast geschrieben (Schema {version}; dieses kennt {ours}).</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>The list of files {name} is damaged.</source>
        <translation>Die Dateiliste {name} ist beschädigt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>It is made anew from the storage with the next list of backups.</source>
        <translation>Sie wird mit der nächsten Liste der Sicherungen neu aus dem Speicher gewonnen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>No crash was noted.</source>
        <translation>Kein Absturz ist verzeichnet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>A library brought the program down, last on {when}.</source>
        <translation>Eine Bibliothek hat das Programm zum Absturz gebracht, zuletzt am {when}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Schedules are run by process {id}.</source>
        <translation>Die Zeitpläne werden von Prozess {id} ausgeführt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>No schedule of this computer needs to be run.</source>
        <translation>Auf diesem Computer ist kein Zeitplan auszuführen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Nobody runs the {n} schedules of this computer now.</source>
        <translation>Niemand führt gerade die {n} Zeitpläne dieses Computers aus.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said.py"/>
        <source>Open Holdfast's window, or run: holdfast agent</source>
        <translation>Öffnen Sie das Fenster von Holdfast, oder starten Sie: holdfast agent</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The lock on {place} was lost: {why}. The work was stopped before it could do harm.</source>
        <translation>Die Sperre auf {place} ging verloren: {why}. Die Arbeit wurde angehalten, bevor sie Schaden anrichten konnte.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Start again; what was stored so far is used.</source>
        <translation>Starten Sie erneut; was schon gespeichert ist, wird verwendet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>This repository is locked by the same program already.</source>
        <translation>Dieses Programm arbeitet dort schon.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>{n} files of the backup {id} cannot be restored as they were.</source>
        <translation>{n} Dateien der Sicherung {id} lassen sich nicht so wiederherstellen, wie sie waren.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The check of {place} found {n} damaged parts; {backups} backups are affected.</source>
        <translation>Die Prüfung von {place} fand {n} beschädigte Teile; {backups} Sicherungen sind betroffen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>A part of its content ({id}) is missing or damaged in the repository.</source>
        <translation>Ein Teil des Inhalts ({id}) fehlt im Speicher oder ist beschädigt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The list of a folder ({id}) is missing or damaged in the repository.</source>
        <translation>Die Liste eines Ordners ({id}) fehlt im Speicher oder ist beschädigt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>What the repair wrote could not be read back as it should be, so nothing was deleted.</source>
        <translation>Was die Reparatur schrieb, ließ sich nicht richtig zurücklesen; darum wurde nichts gelöscht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Check this computer's memory and the storage, then try again.</source>
        <translation>Prüfen Sie den Arbeitsspeicher dieses Computers und den Speicher, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>There is not one backup in this repository, so all of its data would be deleted.</source>
        <translation>In diesem Speicher ist keine einzige Sicherung; alle seine Daten würden gelöscht.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>If that is meant, confirm it. If backups should be there, check the storage first.</source>
        <translation>Ist das so gemeint, bestätigen Sie es. Sollten dort Sicherungen sein, prüfen Sie den Speicher zuerst.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>A piece of the backup did not survive its own encryption or compression, so it was not stored.</source>
        <translation>Ein Stück der Sicherung überstand Verschlüsselung oder Kompression nicht; darum wurde es nicht gespeichert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>This points to faulty memory or a faulty library on this computer. Test the memory before the next backup.</source>
        <translation>Das deutet auf fehlerhaften Arbeitsspeicher oder eine fehlerhafte Bibliothek dieses Computers. Testen Sie den Arbeitsspeicher vor der nächsten Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The new key could not be read back, so nothing was changed.</source>
        <translation>Der neue Schlüssel ließ sich nicht zurücklesen; darum wurde nichts geändert.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The passphrase is right, but the file config of {place} is damaged.</source>
        <translation>Die Passphrase stimmt, aber die Datei config von {place} ist beschädigt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>{place} holds a repository whose file config is missing.</source>
        <translation>In {place} liegt ein Speicher, dessen Datei config fehlt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Restore the file config from a copy, or choose another place for a new repository.</source>
        <translation>Stellen Sie die Datei config aus einer Kopie wieder her, oder wählen Sie einen anderen Ort für einen neuen Speicher.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Nothing of the storage {name} is to be read again now.</source>
        <translation>Vom Speicher {name} ist jetzt nichts erneut zu lesen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>{name} was damaged on its way to or from the storage {place}.</source>
        <translation>{name} wurde auf dem Weg zum oder vom Speicher {place} beschädigt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>{name} in {place} is in an archive class and cannot be read now.</source>
        <translation>{name} in {place} liegt in einer Archivklasse und ist jetzt nicht lesbar.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The storage class {name} cannot be read at once.</source>
        <translation>Aus der Speicherklasse {name} kann nicht sofort gelesen werden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The storage {place} refused a request ({code} {why}).</source>
        <translation>Der Speicher {place} hat eine Anfrage abgelehnt ({code} {why}).</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The certificate file {path} is not there.</source>
        <translation>Die Zertifikatsdatei {path} ist nicht da.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Give a PEM file.</source>
        <translation>Geben Sie eine PEM-Datei an.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>{name} is no bucket.</source>
        <translation>{name} ist kein Bucket.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The location begins with an unknown word, {word}.</source>
        <translation>Der Ort beginnt mit einem unbekannten Wort, {word}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Storages on {kind} are not supported.</source>
        <translation>Speicher auf {kind} werden nicht unterstützt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The SQLite database {path} could not be read: {why}.</source>
        <translation>Die SQLite-Datenbank {path} ließ sich nicht lesen: {why}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The database {path} could not be copied ({why}).</source>
        <translation>Die Datenbank {path} ließ sich nicht kopieren ({why}).</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The database {path} could not be restored ({why}).</source>
        <translation>Die Datenbank {path} ließ sich nicht wiederherstellen ({why}).</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>{path} is not a database file ({why}).</source>
        <translation>{path} ist keine Datenbankdatei ({why}).</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Restore an earlier backup of it.</source>
        <translation>Stellen Sie eine frühere Sicherung davon wieder her.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Make room, or set TMPDIR to a folder with more.</source>
        <translation>Schaffen Sie Platz, oder setzen Sie TMPDIR auf einen Ordner mit mehr davon.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The archive {path} may not be read.</source>
        <translation>Das Archiv {path} darf nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The files in it can still be restored.</source>
        <translation>Die Dateien darin lassen sich weiterhin wiederherstellen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The backup {id} was not made from an archive.</source>
        <translation>Die Sicherung {id} entstand nicht aus einem Archiv.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The dump of the table {table} is cut off.</source>
        <translation>Der Auszug der Tabelle {table} ist abgeschnitten.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The backup holds no table {table}.</source>
        <translation>Die Sicherung enthält keine Tabelle {table}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The table {table} cannot be restored alone: {other} refers to it.</source>
        <translation>Die Tabelle {table} kann nicht allein wiederhergestellt werden: {other} bezieht sich auf sie.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Restore {tables} too.</source>
        <translation>Stellen Sie auch {tables} wieder her.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>A test copy cannot lie where the live site is.</source>
        <translation>Eine Testkopie kann nicht dort liegen, wo die Live-Website ist.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Name another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>A private database could not be made: {why}</source>
        <translation>Eine eigene Datenbank konnte nicht angelegt werden: {why}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The private database server did not start: {why}</source>
        <translation>Der eigene Datenbankserver startete nicht: {why}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>PHP's web server did not start: {why}</source>
        <translation>Der Webserver von PHP startete nicht: {why}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The download was stopped. The next one goes on from here.</source>
        <translation>Das Herunterladen wurde angehalten. Das nächste geht von hier weiter.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Stopped on request. The next run goes on from here.</source>
        <translation>Auf Wunsch angehalten. Der nächste Lauf geht von hier weiter.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Stopped on request. What runs on the site goes on there.</source>
        <translation>Auf Wunsch angehalten. Was auf der Website läuft, geht dort weiter.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Stopped before it began.</source>
        <translation>Angehalten, bevor es begann.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The site stopped: it began this backup {n} hours ago and has not finished it.</source>
        <translation>Die Website ist stehen geblieben: Sie begann diese Sicherung vor {n} Stunden und hat sie nicht beendet.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Look at the site in its own backup page; the next run asks for a new backup.</source>
        <translation>Sehen Sie auf der Sicherungsseite der Website nach; der nächste Lauf verlangt eine neue Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>“{text}” is not a length of time.</source>
        <translation>„{text}“ ist keine Zeitspanne.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Write years, months, days and hours like 1y5m7d2h.</source>
        <translation>Schreiben Sie Jahre, Monate, Tage und Stunden wie 1y5m7d2h.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>“{text}” needs a whole number, or -1 for all.</source>
        <translation>„{text}“ braucht eine ganze Zahl, oder -1 für alle.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>{address} is addressed by plain http: everybody on the way could read what is told.</source>
        <translation>{address} wird unverschlüsselt über http angesprochen: Jeder auf dem Weg könnte mitlesen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The secret of a webhook is whsec_ and the base64 of 24 to 64 bytes.</source>
        <translation>Das Geheimnis eines Webhooks ist whsec_ und das Base64 von 24 bis 64 Bytes.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Leave it out: one is made and shown once.</source>
        <translation>Lassen Sie es weg: Es wird eines erzeugt und einmal gezeigt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>{path} is no folder of this computer.</source>
        <translation>{path} ist kein Ordner dieses Computers.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>{name} is in use by another program.</source>
        <translation>{name} wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Your backups are not affected. Move the file away, or put its newest .bak in its place.</source>
        <translation>Ihre Sicherungen sind nicht betroffen. Verschieben Sie die Datei, oder setzen Sie ihre neueste .bak an ihre Stelle.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>{path} is too large to be an export of Holdfast's settings.</source>
        <translation>{path} ist zu groß für exportierte Einstellungen von Holdfast.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The sign-in was for {one}, not for {other}.</source>
        <translation>Die Anmeldung galt für {one}, nicht für {other}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The backups of {site} do not lie in a bucket of yours.</source>
        <translation>Die Sicherungen von {site} liegen nicht in einem Bucket von Ihnen.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>There is no copy of the backup {id} of {site} in a storage of yours.</source>
        <translation>Von der Sicherung {id} von {site} gibt es keine Kopie in einem Ihrer Speicher.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Nothing runs on {site} now.</source>
        <translation>Auf {site} läuft gerade nichts.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>The site {site} has no completed backup yet.</source>
        <translation>Die Website {site} hat noch keine fertige Sicherung.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>it answered {status}</source>
        <translation>antwortete mit {status}</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>its certificate is not trusted, or it does not speak https</source>
        <translation>sein Zertifikat ist nicht vertrauenswürdig, oder er spricht kein https</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>its name cannot be found</source>
        <translation>sein Name wurde nicht gefunden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>it did not answer in time</source>
        <translation>hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>the file of its certificate authority cannot be read</source>
        <translation>die Datei seiner Zertifizierungsstelle ist nicht lesbar</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>it cannot be reached</source>
        <translation>ist nicht erreichbar</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>keyring ({name})</source>
        <translation>Schlüsselbund ({name})</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>{name} was not told: {why}.</source>
        <translation>{name} wurde nicht benachrichtigt: {why}.</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht vorhanden</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>No space left on device</source>
        <translation>kein Platz auf dem Datenträger</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Read-only file system</source>
        <translation>Dateisystem nur lesbar</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Not a directory</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>File exists</source>
        <translation>Datei existiert bereits</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>File name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Operation not permitted</source>
        <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/core_said_seldom.py"/>
        <source>Device or resource busy</source>
        <translation>Gerät ist in Benutzung</translation>
    </message>
</context>
</TS>
