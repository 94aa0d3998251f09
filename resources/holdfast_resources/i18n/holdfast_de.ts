<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Holdfast</name>
    <message>
        <location filename="desktop/holdfast_desktop/application/passphrase.py"/>
        <source>Passphrase of the sealed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/passphrase.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/passphrase.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/passphrase.py"/>
        <source>This computer has no password store, so passphrases are kept in a sealed file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/passphrase.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Enter the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/refusal.py"/>
        <source>Holdfast cannot start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/application/refusal.py"/>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>a folder of files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Add a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <source>A folder on this computer: a WordPress, or any other site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Add site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Folder of the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Found on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/models/files.py"/>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <source>New storage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>As found in the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <source>Another one…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <source>Address of the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <source>Password of the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <source>Leave out caches, logs and other programs' backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <source>Start the first backup now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Found: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/why_card.py"/>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>{n} files, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <source>Keep its backups in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>Give the site a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>There is a site with this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>WordPress {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <source>answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <source>does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <source>Database {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>No database found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_site.py"/>
        <source>Say which database, or choose another line above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Can be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>May write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>May read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>May list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>May read parts of files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>May delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Keeps old versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Protects against deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>The passphrase opens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Add a storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Where backups live: encrypted before they leave this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>A disk or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>An S3 bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Add storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>A folder, best on another disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Bucket and folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Bucket name in the path (MinIO, Ceph and other own servers)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Make a strong passphrase for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>I have one (also for a storage that exists)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Folder for backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Save the recovery kit of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Without this passphrase nobody can open the backups, not even you on a new computer. It is also in your password store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Save recovery kit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>I have put the passphrase in a safe place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Saved as {path}. Print it, or keep it away from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>For example: Studio disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>often empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Give the storage a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>This place cannot hold backups yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Save the kit or tick the line below the button first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>There is a storage with this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>cannot be told here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>An empty folder becomes a new storage; one that restic or Holdfast made is adopted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>Choose a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Say which bucket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/add_storage.py"/>
        <source>Enter the passphrase, or let one be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Light: a week of days, a month of weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Standard: two weeks of days, two months of weeks, a year of months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Long: a month of days, half a year of weeks, three years of months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>This looks like a mistake: the newest backup holds less than half of the files of one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>This looks like a mistake: most backups would go at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>{n} backups stay</source>
        <extracomment>One: {n} backup stays</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>{n} would be removed</source>
        <extracomment>One: {n} would be removed</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <location filename="desktop/holdfast_desktop/models/files.py"/>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Delete {n} backups of {site}?</source>
        <extracomment>One: Delete {n} backup of {site}?</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>How long backups of {name} stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Backups marked “keep forever” always stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Own rule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Own rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Also remove these backups now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>I have looked: this is what I want</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Save rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Filter by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Rights or time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>This cannot be undone. Their space comes back with the next “Free space” of the storage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Working it out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>and {n} more</source>
        <extracomment>One: and {n} more</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>Write a rule first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>{n} added</source>
        <extracomment>One: {n} added</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>{n} removed</source>
        <extracomment>One: {n} removed</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>{n} changed</source>
        <extracomment>One: {n} changed</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/bulk_result.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <location filename="desktop/holdfast_desktop/widgets/notice.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/backups.py"/>
        <source>{n} of them are marked to be kept forever.</source>
        <extracomment>One: {n} of them is marked to be kept forever.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/bulk_result.py"/>
        <source>{good} of {n} sites went well.</source>
        <extracomment>One: {good} of {n} site went well.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/bulk_result.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <source>Back up all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/bulk_result.py"/>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Download newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/bulk_result.py"/>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/bulk_result.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/bulk_result.py"/>
        <source>Retry failed ({n})</source>
        <extracomment>One: Retry failed ({n})</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>A folder on this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>Address of the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>A bare name is enough: Holdfast looks for Backup Copilot Pro, SafeGuard and General Bots there, and signs in nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>My sites are at WP Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Looking at {address}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>Address: {url}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Application password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>Code of the second factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>Name in Holdfast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>Send the password although the site has no https</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>{site} is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>{n} sites are connected</source>
        <extracomment>One: {n} site is connected</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>Waiting for you to approve Holdfast in the browser… Nothing is stored before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Type the address of the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <source>Open the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>“{label}” is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>This account has no sites, or API access is off for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Trying the sign-in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Give at least one e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>With the stored account {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>Its first backup can start now; it runs on the site itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>A site with a backup service of its own: type its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>Sign in to {system}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>Tick the sites that Holdfast shall look after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>Show its sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <source>Add {n} sites</source>
        <extracomment>One: Add {n} site</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/connect_site.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/install_picker.py"/>
        <source>Sites of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/install_picker.py"/>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/install_picker.py"/>
        <source>Mail when a backup is done, to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/install_picker.py"/>
        <source>WP Engine demands an address and sends a mail there after every backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/install_picker.py"/>
        <source>added already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <source>{label} (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <source>as the site does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <source>name = value, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <source>“{text}” is no e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>“{text}” is no time of day. Write it as 02:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>A cron line has five fields, for example 0 3 * * *.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/options_form.py"/>
        <source>“{text}” lacks a “=”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>from 10:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>Line of cron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>Keep copies in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>Switched on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>At</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>Whenever you log in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>None that could be foretold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Change the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>New schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Add schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>Only for what is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>Next five runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/plan.py"/>
        <source>Every site with the tag “{tag}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>A backup was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>A backup failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>A restore is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>A restore failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>A drill failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Add a webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Add a ping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Holdfast sends signed events to this address (Standard Webhooks), and tries again when it does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>A check that expects backups (Healthchecks and its kin) is told of start, success and failure; it warns when nothing comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <location filename="desktop/holdfast_desktop/pages/pausing.py"/>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <source>All sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Usually empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Certificate authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>{name} signs with this secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Copy it to the receiver now: it is not shown again. Holdfast keeps it in your password store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>For example: Office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Secret (empty: one is made and shown once)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Of which site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Certificate authority of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Tell of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>There is one with this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <source>Enter the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/receiver.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>Choose at least one event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>{n} backups build on them and cannot be restored any more:</source>
        <extracomment>One: {n} backup builds on them and cannot be restored any more:</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>Delete {n} backups on {site}?</source>
        <extracomment>One: Delete {n} backup on {site}?</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>Back up {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>The site makes the backup itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>Label (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>It is checked on the way: length, every byte of the archive, database and settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>To a folder, as the archive that the site made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>Into a storage of yours, unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>before the update of the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>Only on the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>On the site, and in {storage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>In a storage of yours it is unpacked: daily archives share what did not change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>The site deletes them; this cannot be undone. Copies in your storages stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <source>There daily archives share the room of what did not change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_backup.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Restore {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <source>Restore on the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <source>Everything in the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <source>Only these parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <source>This service restores a backup as a whole: single files or parts cannot be chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <source>Make a safety backup first, and restore only when it went well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Type the name of the site to go on: {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <source>Visitors may see a maintenance page meanwhile. With the database, posts and orders made since are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <source>Single files cannot be chosen through this service: download the backup for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <source>What is on the site now is replaced: {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <source>What is on the site now is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <source>The service accepts a restore, but never says whether it went well: it will end as “accepted, not confirmed”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <source>Holdfast's password was made after this backup: it will be gone from the site afterwards. Then sign in again under Access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <source>{host} becomes what it was on {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <source>Step 1 of 2: what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/remote_restore.py"/>
        <source>Step 2 of 2: what will happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>{n} files are added</source>
        <extracomment>One: {n} file is added</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>{n} files are replaced</source>
        <extracomment>One: {n} file is replaced</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>{n} files stay as they are</source>
        <extracomment>One: {n} file stays as it is</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>{n} days</source>
        <extracomment>One: {n} day</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Parts of the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Files and folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/widgets/file_tree.py"/>
        <source>Files of the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>To a folder (the site itself stays as it is)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Over the live site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Folder to restore to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Files and database in {path} become what they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Remove files that are not in the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Make a safety backup first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Into {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Looking at what is there…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>{n} newer or other files are left alone</source>
        <extracomment>One: {n} newer or other file is left alone</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>{n} files that are not in the backup are removed</source>
        <extracomment>One: {n} file that is not in the backup is removed</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>{n} tables of the database are replaced</source>
        <extracomment>One: {n} table of the database is replaced</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>The backup is {age} old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>{needed} are needed, {free} are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Replace files that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Replace only files older than the backup's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Never replace, only add what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Write every file anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Files that are there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Without this tick, files made after the backup stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Step 1 of 3: what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Step 2 of 3: where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/restore.py"/>
        <source>Step 3 of 3: what will happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_section.py"/>
        <source>Asking the site…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>Webhook of {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>The site tells an address of yours when something happened. It keeps no list that could be shown here: mind doubles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>Address to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>Secret that signs what it tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>Add webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>The address begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/service_forms.py"/>
        <source>The secret needs 16 characters at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sheet.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <source>Sign in to {site} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <source>It is tried on the site; only what works is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <source>Try and store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/sign_in.py"/>
        <source>Waiting for you to approve Holdfast in the browser…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Go to a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Back up the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <source>Restore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Compare the two selected backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Search in the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Open or close the jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Cancel the first running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Rename / delete, with a preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <source>Close the window / quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/texts.py"/>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>Sign in to {system}. It is tried at once; nothing is stored before the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>Open that page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/sign_in.py"/>
        <source>The password will be kept in {place}, and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Type the address of a site, or choose the folder that it lies in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Address or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>A bare name is enough. Holdfast looks for what can be backed up there and signs in nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Several sites at once, or a list from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>A plugin drops archives in a folder or bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>I have backups already: a new computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>{n} sites found on this computer</source>
        <extracomment>One: {n} site found on this computer</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>yoga-mitte.example, or a folder of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Type the address of a site, or choose a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Database answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Database does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Or:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/dialogs/wizard/start.py"/>
        <source>Has a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>{site} — {operation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>Nothing running · next: {site}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <source>Nothing running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>Nothing running · last backup {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>Interrupted; it goes on by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>Accepted, not confirmed: look at the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_outlook.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <location filename="desktop/holdfast_desktop/widgets/notice.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>Show backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>{state}. {remains}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/job_words.py"/>
        <source>Interrupted. {remains}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <source>Holdfast keeps running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <source>There is no tray here, so the window is only minimised. Quit with Ctrl+Q.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <source>{n} jobs are still running</source>
        <extracomment>One: {n} job is still running</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>What is stored already is kept and used by the next run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/widgets/site_rows.py"/>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>There is nothing to restore yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>{site} has no completed backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <source>This job has written no log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <source>Stop safely and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/main_window/window.py"/>
        <source>Finish first, then quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/models/files.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Address of {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>The sign-in is tried there before it is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Mail of {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>The service mails these addresses after every backup and restore. Separate them with commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Where to keep copies of what {site} makes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>After each backup the archive is downloaded, checked and unpacked there; daily archives share what did not change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Give {site} a new password?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Holdfast makes a new application password on the site, tries it, stores it, and then revokes the old one. Other programs that use the old one are signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>The new sign-in works and is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>There is no storage yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Add one under Storage first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Making a new password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>The address is changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>The addresses are changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>Copies go to {storage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>No copies are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>The site has a new password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>It is tried and stored; the old one is revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_flows.py"/>
        <source>It is tried and stored, but the old one is still valid on the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Sign in again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Change address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Mail…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Keep copies…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>New password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Signs in by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Also used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Mail goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Copies kept in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Makes a new application password on the site, tries and stores it, and revokes the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>Only application passwords can be exchanged from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>How Holdfast signs in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/access_tab.py"/>
        <source>no storage of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Filter runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Export the list of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Text (*.tsv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>No run fits the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/activity.py"/>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <source>Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <source>Incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <source>Kept as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_columns.py"/>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/backup_days.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>{n} backups</source>
        <extracomment>One: {n} backup</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_days.py"/>
        <source>{backups}, complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_days.py"/>
        <source>{backups}, {n} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_days.py"/>
        <source>{backups}, {n} incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_days.py"/>
        <source>{backups}, running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_days.py"/>
        <source>{backups}, kept forever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_days.py"/>
        <source>{backups}, proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_flows.py"/>
        <source>Download backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_flows.py"/>
        <source>Archives (*.zip *.tar.zst)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_flows.py"/>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_flows.py"/>
        <source>From {old} to {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_flows.py"/>
        <source>{site} is proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_flows.py"/>
        <source>Its backup was really restored to a scratch place and looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_flows.py"/>
        <source>What changed in {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>Download…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>Compare the two selected backups (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>Keep forever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The first one takes longest; later ones only move changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>The site makes them by itself, also by its own schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>No backup yet for this site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>No backups yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>They appear here after the first backup of a site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>All states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>Do not keep forever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>No backup matches “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backup_list.py"/>
        <source>No backup fits the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>Filter backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>Fetch into your storage what sites made since last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>Of {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>Of one site: choose it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>{n} sites could not be asked: {names}</source>
        <extracomment>One: {n} site could not be asked: {names}</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>Search a file in all backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>By backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>By file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/backups.py"/>
        <source>Of all sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <source>{n} backups were stopped</source>
        <extracomment>One: {n} backup was stopped</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <source>{n} sites are backed up</source>
        <extracomment>One: {n} site is backed up</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <source>{n} backups are downloaded</source>
        <extracomment>One: {n} backup is downloaded</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <source>{n} downloads were stopped</source>
        <extracomment>One: {n} download was stopped</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>There is no backup to download yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <source>{n} of them with warnings</source>
        <extracomment>One: {n} of them with warnings</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <source>{n} of {total} backups failed</source>
        <extracomment>One: {n} of {total} backup failed</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/bulk.py"/>
        <source>{n} of {total} downloads failed</source>
        <extracomment>One: {n} of {total} download failed</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/confirming.py"/>
        <source>Unusual in {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/confirming.py"/>
        <source>This is meant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/confirming.py"/>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/connect_flows.py"/>
        <source>What it can do: {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/desk.py"/>
        <source>{n} jobs go on where they were</source>
        <extracomment>One: {n} job goes on where it was</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/desk.py"/>
        <source>The sites worked on while Holdfast was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <source>Choose one backup to see what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/file_panel.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>Files found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>Versions of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>Find a file in all backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>Type a part of its name, or a pattern such as *.php or logo-*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>No file with that name in {n} backups</source>
        <extracomment>One: No file with that name in {n} backup</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <location filename="desktop/holdfast_desktop/widgets/file_tree.py"/>
        <source>Try a part of the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <location filename="desktop/holdfast_desktop/widgets/file_tree.py"/>
        <source>Clear search</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/find_view.py"/>
        <source>in {n} backups</source>
        <extracomment>One: in {n} backup</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>The label helps you to find this backup again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Rename {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>Its backups stay with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>Remove {site} from Holdfast?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>The site itself is not touched. Its backups stay in the storage unless you remove them too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>{site} was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>It is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>{site} was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>Remove with its backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>Remove, keep backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/flows.py"/>
        <source>{n} backups were removed with it.</source>
        <extracomment>One: {n} backup was removed with it.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/hearing.py"/>
        <source>starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/hearing.py"/>
        <source>No site has a webhook yet: add one under Service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/hearing.py"/>
        <source>switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/hearing.py"/>
        <source>{site} tells: {event}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <source>Next 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <source>The newest backup of every site, into your downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Filter sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>No sites yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Add one and its first backup can start in about a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <source>Needs attention · {n} more under Sites</source>
        <extracomment>One: Needs attention · {n} more under Sites</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <source>No site fits the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Last backup: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>{n} storages</source>
        <extracomment>One: {n} storage</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Access data for {n} sites is there. Their backups wait until you unlock it.</source>
        <extracomment>One: Access data for {n} site is there. Its backups wait until you unlock it.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>As of {when}, offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>As of {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>{n} of {total} sites proven by a drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Not proven yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>The drills of {n} sites failed</source>
        <extracomment>One: The drill of {n} site failed</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Last drill {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>A drill restores a backup to a scratch place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>last check {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>no check yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Next backup: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Nothing is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Next: {site}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>{n} wait</source>
        <extracomment>One: {n} waits</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>On the sites themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Add a storage to keep backups under your own roof as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>First good backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>First drill passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Run a drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <source>next {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Nothing is planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Give a site a schedule, and its backups come by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>{size} free on the fullest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>{size} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/overview_words.py"/>
        <source>Recovery key saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/pausing.py"/>
        <source>Pause schedules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/pausing.py"/>
        <source>What falls due is caught up once afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/pausing.py"/>
        <source>Schedules go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/pausing.py"/>
        <source>Resume all sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <source>{n} schedules were added</source>
        <extracomment>One: {n} schedule was added</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Backups that it made stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <source>Remove this schedule?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>{n} sites</source>
        <extracomment>One: {n} site</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <source>The schedule was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Next run: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <source>It is for all sites with the tag “{tag}”, and ends for all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <source>Not for {names}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/plan_flows.py"/>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>tag “{tag}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>in a storage of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Notes kept with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Choose one backup to see what is known about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Kept by the site in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/remote_panel.py"/>
        <source>Builds on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <source>Show log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <source>Nothing has run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <source>Runs, skips and their reasons will appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/run_list.py"/>
        <source>There is no log of this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>On this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>On the site itself…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>Schedules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>No schedule is for this site. It is backed up only when somebody says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>The site itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>None while it is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Last run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>Switch on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>This computer, for every site with the tag “{tag}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>This computer, for this site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>Run by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>Copies go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>As usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/schedule_tab.py"/>
        <source>This computer runs it for: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Compare the next run that is shown afterwards: sites mean their own time zone, or UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>New schedule on {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>The site runs it by itself, also while this computer is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>This service changes no schedules: a new one is made, and the old one deleted once it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Delete this schedule of {site}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>New staging copy of {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>The site makes a copy of itself to try things out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Make the copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Roles on a staging copy of {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Who may do what there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>Set roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>The schedule is on the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>{storage} {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>The site itself tried it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Staging copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>The staging copy is being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>The roles are set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_actions.py"/>
        <source>The site will tell {url}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>Download the backup of {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>Where to?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>What the sites made since last time is downloaded, checked and kept there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>The site and its backups there stay as they are. Its password can be revoked there as well, so that nobody can use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>{site} is restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>The site itself says that the restore is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>Add one first: what sites made is taken in there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>{site} was not restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>The safety backup did not succeed, so nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>{site}: accepted, not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>The site took the restore on and answers again, but does not say whether it went well. Look at the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>Remove and revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>Its password is revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_flows.py"/>
        <source>before a restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Schedules on the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>The site has no schedule. It makes backups only when it is told to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Where the site keeps its backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>The site names no storage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>New staging copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Roles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Webhooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>No staging copy is being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>No migration runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Last test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>What this service can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>The site can tell an address of yours when a backup or a restore is done. None was made from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/service_tab.py"/>
        <source>Overdue: quiet sites run late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Apache 2.0 licence. Icons: Lucide (ISC). Backups are in the restic format, version 2: any restic opens them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Sizes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Jobs at the same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Give way to other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Backups run at low priority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Call a site overdue after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>When it has had no good backup for so long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>How long backups stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>For sites and storages without a rule of their own. Nothing is removed by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Safety backup before a live site is restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Show the shield in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>From the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Closing the window keeps Holdfast running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Start with the session, in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Tell me when a backup fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>As a notice of the desktop, while the window is not in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Hear what sites tell of their backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>While Holdfast runs, on this computer alone. A site reaches it through a tunnel or relay of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Each event is checked for its signature, then the site is asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Passphrases and keys are kept in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Password store is locked?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>kB, MB, GB (1000)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>KiB, MiB, GiB (1024)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings.py"/>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Schedules need Holdfast to run. No window opens; the shield appears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Make a sample site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>This desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>That was not possible: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Ctrl+Q quits. Without a tray the window is only minimised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>So that a restore can be undone. It can be left out each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>First steps on the overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>First good backup, recovery kit saved, first drill passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>Try it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/general.py"/>
        <source>A small made-up site with a storage of its own, to back up, break and restore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>A schedule without a time starts from 10:00, spread over your sites so that they do not all begin at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>What was missed while the computer slept or was off is made up for, once, as soon as it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>For sites and storages without a rule of their own. Scheduled runs thin out by it; a storage shows beforehand what goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Add this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Networks for large transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Names with commas; empty: any network. On others only small transfers run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Home, Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>When scheduled runs wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Keeping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>{received} received, {sent} sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Keep the computer awake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Only while bytes move. The screen may go dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>When schedules start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Catching up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Wait for another network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Small transfers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Use it like any other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Upload at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>To storages elsewhere. Disks are not limited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Download at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Scheduled transfers a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Then the rest waits for tomorrow. What you start yourself is never held back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Moved today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Over the internet, by networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Where bytes cost money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Phones and some hotels call themselves so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>A transfer is large from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>One of unknown size counts as large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Connected now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>As the system calls it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Allow this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Adds its name to the list above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>On battery below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>100 %: always while on battery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>On the clock of this computer; several with commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>After you log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>So long your computer is left to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Ask a site about its work every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>In its first minute; later more seldom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Drill each site every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>A backup is really restored to a scratch place and looked at, after a scheduled run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Read back a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>From each remote storage, to see that it is whole. Disks are read within 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>no network, or the system does not tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source> KiB/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>Write quiet hours as 22:00-07:00, several with commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <source>never by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/limits.py"/>
        <location filename="desktop/holdfast_desktop/widgets/month_calendar.py"/>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Others who are told: an office, a chat, a check that warns when no backup comes. Addresses and secrets are in your password store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Notices of this desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>What sites tell Holdfast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Webhooks and pings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>A backup failed, after its last try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>A site works again after a failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>A site has had no good backup for too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>A drill or a proof failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>A storage is full or damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>The password store is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Tell me when something is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Each problem once, several within ten minutes as one; never while the window is in front. Quiet when all is good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>See how a notice looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>This is how Holdfast tells you something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/notifying.py"/>
        <source>Show one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Nobody is told yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>told {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>not told yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Test {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>{n} messages that wait are dropped.</source>
        <extracomment>One: {n} message that waits is dropped.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Tell {name} nothing any more?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>It wants nothing any more (it answered 410). A test that it takes switches it on again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Last time: {trouble}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>{n} messages wait to be sent</source>
        <extracomment>One: {n} message waits to be sent</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Try it with “Test”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Add webhook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Add ping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>all sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>{name} took it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>It answered {status} after {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>{name} was not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/settings_sections/receivers.py"/>
        <source>Its address is removed from your password store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Back to all sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Other backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Download the newest backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>last backup {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Only the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Only the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Everything, every file read anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Fetch what the site made since last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Test the sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Drill: restore the newest to a scratch place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>How long backups stay…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>What is backed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Left out (patterns as in .gitignore, with commas)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Newest backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>With options…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_detail.py"/>
        <source>With a label…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Open site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <source>Copy as command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>List backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_menu.py"/>
        <source>Why does no backup run now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_outlook.py"/>
        <location filename="desktop/holdfast_desktop/pages/why_card.py"/>
        <source>Why not now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_outlook.py"/>
        <source>Hide reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/site_outlook.py"/>
        <location filename="desktop/holdfast_desktop/pages/why_card.py"/>
        <source>Nothing speaks against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Back up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Last backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Backups in</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Back up {n} sites</source>
        <extracomment>One: Back up {n} site</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>No backup yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/sites.py"/>
        <source>No site fits the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Storages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>More about this storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Last check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Is everything there that the backups need?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Read everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Free space…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Test access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Recovery kit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>No storage yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Choose where backups live: a disk or an S3 bucket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>{stored} hold {original} of backups: {percent} % of the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Enter passphrase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Remove lock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Repair…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>“Measure” shows how much room deduplication saves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>Free there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>List is from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage.py"/>
        <source>as in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Save recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Free {size} in {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Passphrase of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>It is tried first and then kept in your password store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Remove the lock of {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Do this only when no other computer works on it now. Locks of this computer's dead programs go without asking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Repair {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>The list of what is stored is made anew, and what can still be read of damaged parts is saved. Nothing good is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Remove {name} from Holdfast?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>The backups there stay as they are; you can add it again with its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>{n} sites have backups there.</source>
        <extracomment>One: {n} site has backups there.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>{name} was adopted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Nothing to free in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Every byte there belongs to a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>No backup is left there, so everything would go. This looks like a mistake, unless all of them were deleted on purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Only data that no backup needs any more is removed. No backup gets smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>{n} locks were removed</source>
        <extracomment>One: {n} lock was removed</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>{name} works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>{name} does not work as it should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Not: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>{name} is intact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Everything that backups need is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Remove lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Remove everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Free space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/storage_flows.py"/>
        <source>Recovery kit saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/why_card.py"/>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/pages/why_card.py"/>
        <source>What did not run lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/pages/why_card.py"/>
        <source>and {n} more, see Activity</source>
        <extracomment>One: and {n} more, see Activity</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <source>Only sites needing attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <source>Open Holdfast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/tray.py"/>
        <source>More…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/cards.py"/>
        <source>Do not show this list any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/cards.py"/>
        <source>{done} of {n} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/cards.py"/>
        <source>Getting safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/cards.py"/>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/file_tree.py"/>
        <source>Find in this backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/file_tree.py"/>
        <source>This backup holds no files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/file_tree.py"/>
        <source>No file with that name in this backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <source>Show jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <source>Nothing has run today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <source>Hide jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} jobs running</source>
        <extracomment>One: {n} job running</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <source>Finished today ({n})</source>
        <extracomment>One: Finished today ({n})</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/widgets/job_drawer.py"/>
        <source>and {n} more waiting</source>
        <extracomment>One: and {n} more waiting</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/job_row.py"/>
        <source>Run now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/job_row.py"/>
        <source>Log of this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/job_row.py"/>
        <source>Cancel this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/month_calendar.py"/>
        <source>{day}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/month_calendar.py"/>
        <source>Month before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/month_calendar.py"/>
        <source>Month after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/month_calendar.py"/>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/widgets/skeleton.py"/>
        <location filename="desktop/holdfast_desktop/widgets/states.py"/>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/costs.py"/>
        <source>The database daily and everything weekly needs about {size} a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/costs.py"/>
        <source>What it needs of your line is known after the first backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/costs.py"/>
        <source>It needs about {size} a day on your line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/costs.py"/>
        <source>It needs about {size} a day on your line, {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/costs.py"/>
        <source>The sizes of {n} sites are not known yet.</source>
        <extracomment>One: The size of {n} site is not known yet.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/costs.py"/>
        <source>(The size of the database is a guess.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>Reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>HTTPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>WordPress interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>Backup plugin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>Ways to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>No HTTPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>No HTTPS, as usual on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>Sign-in in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>Sign-in with a password or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>No way to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>No backup plugin that Holdfast knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>Hosted at WP Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>Not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>The certificate is not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>No WordPress interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/detecting.py"/>
        <source>WordPress answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Show files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Open storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Drill again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Choose folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Look and confirm…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Retry failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>an unknown amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{subject} refused the sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The saved access no longer works. No backups will run until it is renewed; existing ones are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Holdfast may not do this on {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The account works but lacks a needed right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Waiting for the internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Backups that are due will start when you are back online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject} could not be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Nothing was lost: what was already stored is kept and used by the next run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} cannot be found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The name did not resolve. Check the address, or try again when you are online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The certificate of {subject} is not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>No data for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The job is kept and will be retried; what was stored stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject} asks to slow down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>It continues by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject} is too full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>This backup needs about {needed}, {free} are free. Earlier backups are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Not enough room for the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{needed} are needed, {free} are free. Choose another folder or make room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Unlock your password store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Passphrases are kept there. Backups wait until you unlock it; everything else goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The passphrase for {subject} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The password store has no entry for it. Backups are unharmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject} is in use by {computer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>If that computer is not working on it, the lock is left over and can be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>A check found damage in {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Some backups may be affected; the details say which. The others are intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>They could not be read. The rest is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject} was backed up with warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>No good backup of {subject} for {n} days</source>
        <extracomment>One: No good backup of {subject} for {n} day</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>What changed since then is not safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject} has no backup yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The backup of {subject} was interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The computer slept or the program was closed. What was stored is used by the next run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The drill of {subject} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>A backup could not be restored as it should. Look at the details before you rely on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The drill of {subject} found something odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The backup was restored, but not everything in it was as it should be: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The backup of {subject} was read, not loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>This computer has no database server to try the database in. Nothing was found wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Old backups of {subject} were not removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The rule would have removed more than is plausible. Nothing was deleted; look at the rule first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject} is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Its schedules wait until the pause is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>A backup of {subject} did not verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Not everything in it could be read back. The details say what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The computer clock jumped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Ages and schedules were recalculated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>What was stored stays usable, and the next run goes on from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Something is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>The storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject}: backed up, {n} files skipped</source>
        <extracomment>One: {subject}: backed up, {n} file skipped</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/errors.py"/>
        <source>{subject}: backed up, some files skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>Files: {before} before, {after} now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>No database in the backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>Files changed at once: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>New PHP files among the uploads: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>Files of WordPress itself that were changed without an update: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>… and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>{subject} has lost more than half of its files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>There were {before} files, and there are {after} now. Old backups are kept until you say that this is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>{subject} is backed up without its database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>Its pages and posts are in the database. Without it a restore brings back the files only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>{n} files of {subject} were changed at once</source>
        <extracomment>One: {n} file of {subject} was changed at once</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>This is unusual. The backups before it are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>{n} new programs among the uploads of {subject}</source>
        <extracomment>One: {n} new program among the uploads of {subject}</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>Pictures and documents belong there, not PHP: this is how break-ins often look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>{n} files of WordPress itself were changed on {subject}</source>
        <extracomment>One: {n} file of WordPress itself was changed on {subject}</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/findings.py"/>
        <source>Its version is the same, so no update did it: this is how break-ins often look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>usually about {n} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Next try {when} (attempt {attempt} of {of})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Clean up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Refresh list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Opening the storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Looking for changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Reading the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Writing the index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Finishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Loading the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Listing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Copying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Deleting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Planning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Listing files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Safety backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Asking the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Looking whether the site has begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Waiting for its turn on the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>The site restores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>The site works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>The site packs an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Looking at the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Unpacking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>usually under a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>usually about {n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>No data for a while, still trying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Stopping. What was stored is kept and used again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>in {n} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>in {n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Files that were written stay written; the database is loaded whole or not at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>What was downloaded is kept, and the next download goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>The unfinished file is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Backups that were taken in whole stay; the rest comes with the next run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Archives that were taken in whole stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Nothing that is needed is removed; the next run goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Backups that are deleted already stay deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>The scratch copy is removed; your site and its backups are untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Nothing is lost; it can be started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Storing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Transferring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>Waiting: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>confirmed by the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>{n} backups removed</source>
        <extracomment>One: {n} backup removed</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>{n} files</source>
        <extracomment>One: {n} file</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>{size} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>{done} of {n} files</source>
        <extracomment>One: {done} of {n} file</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>restored and proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <source>restored with remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/jobs.py"/>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>not proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/notices.py"/>
        <source>{n} things need attention</source>
        <extracomment>One: {n} thing needs attention</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/notices.py"/>
        <source>{n} sites are safe again</source>
        <extracomment>One: {n} site is safe again</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/notices.py"/>
        <source>{site} is safe again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/notices.py"/>
        <source>The backup went well this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Five fields: minute, hour, day, month, weekday. For example 30 2 * * mon-fri.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Of the time only the minutes count: 00:15 runs a quarter past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Without a time it runs once the computer is on, from 10:00. What is missed is caught up once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>It runs a few minutes after you log in, once a day at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>As the site says: {storage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>On the site only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every 2 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every 4 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every 6 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every 8 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every 12 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Every month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>When you log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>By a line of cron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>on the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>As the service allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Have the site make a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <source>Fetch what the site made by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/plans.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>on day {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Proven {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>database loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>WordPress boots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>proven {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>never proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Drill {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>last proven {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Never proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>failed {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Last drill: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Last proven: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Drill failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Drill failed {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Not proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/proof.py"/>
        <source>Not good: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>{name}: {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>everything stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>the last {n}</source>
        <extracomment>One: the last one</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>every one</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>of {n} hours</source>
        <extracomment>One: of {n} hour</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>one of each hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>of {n} days</source>
        <extracomment>One: of {n} day</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>one of each day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>of {n} weeks</source>
        <extracomment>One: of {n} week</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>one of each week</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>of {n} months</source>
        <extracomment>One: of {n} month</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>one of each month</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>of {n} years</source>
        <extracomment>One: of {n} year</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>one of each year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>all of the last {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/retention.py"/>
        <source>Long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>From the settings of your server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Archives of another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>{service} + {storage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>In the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>In the browser, with a registered client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>With an application password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>With an API user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>With a bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>With an API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>With e-mail and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Your browser opens the site's own page: sign in there and press “Approve”. Holdfast never sees your login password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Client id and secret come from the plugin's settings, under API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>wp-admin → Users → Profile → Application Passwords → Add. Paste it with or without its spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>my.wpengine.com → Profile → API Access → Generate Credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>The password is exchanged for a token at once and is not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Signed in as {user} ({roles})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Signed in as {user}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>This user is an administrator. One with the role “backup operator” would be enough, and safer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>This user may not do everything: the plugin wants the right “manage_options”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>This user may create and list backups, but not restore or delete them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>{name}: {systems}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>application passwords are switched off on this site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>this server has no Backup API yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>not active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>The site speaks only plain http: passwords could be read on the way. Get a certificate for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>https works and is used, although http was typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Application passwords are off: serve the site by https, or allow them in the security plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>The site prints text before its data, probably PHP warnings: switch WP_DEBUG_DISPLAY off there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Details of backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Delete backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Show schedules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Add schedules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Change schedules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Delete schedules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Show storages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Test storages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Roles on staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>State of staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>State of a migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>List of installs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Archives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>This service does not offer it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>What changed since the last one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>What changed since the last full one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>The database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>The files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Changes since the last one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Changes since the last full one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>On the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>cron {cron}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>as the site says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>{every} at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>A backup is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>The site says: {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>API user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>E-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Client id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>API password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>Client secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>user and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/services.py"/>
        <source>token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The stored sign-in is kept; existing backups are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>You are not online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Try again when the connection is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Check how it is written, or whether the domain has run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} refuses connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The server is down, or the address or port is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The server is down or very slow. Try again in a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} broke the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Try again; if it stays so, ask the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} cannot be reached from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Check your network, VPN or firewall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The certificate of {host} is not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{message} Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} would send the password unprotected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Get a certificate for the site, so that https works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} sends to another address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{message} If the site has moved, change its address here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>No backup service was found at {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Check the address. If it is right, a security plugin or firewall may hide the REST interface; a site on this computer can be added as a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>No backup plugin that Holdfast knows is active on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Activate Backup Copilot Pro or SafeGuard under Plugins in wp-admin, or update it; then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} offers no backup interface at this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Check the address and the plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>This server has no Backup API yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Update the server, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>A firewall blocks the backup interface of {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>No program can pass it. Add a rule that lets /wp-json/* through for your address (Cloudflare: skip challenges), or ask the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} hides its REST interface from visitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Allow the REST interface in the security plugin, at least for signed-in users.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} asks everybody to log in first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Exempt /wp-json/* from the forced login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The web server of {host} wants a password of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Exempt /wp-json/* from that password: an application password cannot pass it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} is in maintenance mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>An update or a restore runs. Wait a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} cannot reach its database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The site itself is down. Ask its host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} failed while answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Often too little memory or time on the server; its error log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>A server before {host} gave up waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The work may go on there: look at the list of backups before you start another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} is busy with another backup or restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Wait until it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} asks to slow down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Holdfast goes on by itself as soon as it may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} answers with a page where data is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Probably PHP warnings or a page cache: switch WP_DEBUG_DISPLAY off and do not cache /wp-json/*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>User or password is wrong or was revoked, or the web server drops the header that carries it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The sign-in at {subject} has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Sign in again; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{host} does not allow application passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Serve the site by https, or allow them in the security plugin (Wordfence, Really Simple Security, WP Cerber …).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>This user may not do that on {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{why}Backup Copilot wants the role “backup operator”, SafeGuard an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>This account wants the code of a second factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Type the code, or use an API key instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The licence of the backup plugin on {subject} is not active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Renew or activate it in the plugin's settings; the sign-in itself is fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The password for {subject} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The password store has no entry for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The account of {subject} is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The approval was refused in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Try again, or paste an application password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The backup failed on {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The restore failed on {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{message} Look at the site now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>It is not clear whether the backup of {subject} has begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The answer was lost. Look at the list of backups before you start another; Holdfast follows what it finds there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{subject} has not begun this backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{subject} has not said for a day how this ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Look at the site in wp-admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>This backup cannot be restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>Choose one that is completed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{subject} could not make the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>{subject} did not delete the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>The site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/site_errors.py"/>
        <source>It says: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/sizes.py"/>
        <source>{done} of {total} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} sites need attention</source>
        <extracomment>One: {n} site needs attention</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Everything, read anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Everything since the last full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>WordPress itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Plugins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Uploads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Other files</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} sites have no backup yet</source>
        <extracomment>One: {n} site has no backup yet</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} failed</source>
        <extracomment>One: {n} failed</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} locked</source>
        <extracomment>One: {n} locked</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} overdue</source>
        <extracomment>One: {n} overdue</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} without a backup</source>
        <extracomment>One: {n} without a backup</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} with warnings</source>
        <extracomment>One: {n} with warnings</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} paused</source>
        <extracomment>One: {n} paused</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} running</source>
        <extracomment>One: {n} running</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} safe</source>
        <extracomment>One: {n} safe</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Done with warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Your site is safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>All {n} sites are safe</source>
        <extracomment>One: The site is safe</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} backups are running</source>
        <extracomment>One: {n} backup is running</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>See below what helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} sites were backed up with warnings</source>
        <extracomment>One: {n} site was backed up with warnings</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Backed up, and nothing went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>{n} sites · all backed up</source>
        <extracomment>One: 1 site · backed up</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Backups are paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>Back up now; the first one takes longest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/states.py"/>
        <source>The rest is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>{h} h {m} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>about {n} h left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>{n} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>{n} h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>{n} days ago</source>
        <extracomment>One: {n} day ago</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>not planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>today, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>tomorrow, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>{n} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>{m} min {s} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>under a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>about {n} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>about 1 h left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/times.py"/>
        <source>about 1½ h left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Paused until {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Resume (paused until {when})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>It waits for a network that reaches the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>The battery is at {percent} %; it waits for mains power or {level} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Due, waits: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Next backup {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>no network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>metered network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>network sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>battery low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>just logged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>daily amount used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>another network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>password store locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>another job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>next try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>begins soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>nothing runs schedules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>It waits for mains power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Nothing is due before {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Nothing is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>For 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>For 4 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Until tomorrow {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>No next backup is planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>{when} did not run: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>{when} was left out: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>The network wants you to sign in on a page of its own first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Your password store is locked. It goes on when you unlock it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>No schedule of this computer is for this site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Its schedule is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Nothing runs the schedules now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>a later run stands for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>It is due and begins in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Something works on this site now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>It waits for its turn; only a few sites run at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>The last try failed; it is tried again soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>It was interrupted, and is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>it was stopped by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>(About {size}.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>No schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>This network is paid by the byte; it waits for another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>So much is transferred only on the networks you chose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Quiet hours until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>It waits until the quiet hours are over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>You have just logged in; it waits until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>You have just logged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>{moved} of the {budget} a day are used up; it goes on tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>What may be transferred in a day is used up; it goes on tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>Schedules are paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>It waits until {host} can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="desktop/holdfast_desktop/wording/waiting.py"/>
        <source>So much is transferred only on the networks you chose: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>The site's interface has no call for it. Use Backup Copilot in wp-admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>Mail when done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>Upload to the cloud afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>Cloud provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>The site mails its own recipients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>Delete the cloud copy as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>Keep for days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>PUT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>PATCH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>POST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>As the site names it, for example dropbox or google_drive. Empty: the site's default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>Kept with the backup on the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <source>In the zone of the site, or UTC: compare with the next run shown afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>GET</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/backup_copilot/offers.py"/>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>DELETE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>This server has no Backup API yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>General Bots' Backup API has no download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>A word that the server knows, for example staging. Empty: where the backup came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>Five fields as in cron; the server does not say in which time zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>Needs the role admin on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>A backup needs files, database or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>General Bots needs a schedule in cron's five fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>General Bots counts days, not backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>General Bots makes no backups of type </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>For example --cron "0 2 * * *".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>Say for how many days backups are kept (--keep-days).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/general_bots/offers.py"/>
        <source>Types: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>User id of the site = full or developer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>The site's interface has no call for it. Use SafeGuard in wp-admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>SafeGuard has no download: its backups lie where the site uploads to. Holdfast fetches them there where that is S3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>Storage provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>The short name as the site lists it. Empty: the primary one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>Roles of users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>HH:MM in the site's time zone; compare with the next run shown afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/safeguard/offers.py"/>
        <source>So many backups are kept by the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>WP Engine demands at least one address and mails it when done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>Choose an install first (option install).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>WP Engine's API deletes no backups; it keeps them for 60 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>WP Engine backs up every night by itself; its API has no schedules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>WP Engine's API has no webhooks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>WP Engine's API does not offer it (any more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>Restore the database too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>Make a backup before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="core/holdfast/providers/wp_engine/offers.py"/>
        <source>A checkpoint of the present state, to go back to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
