<?php
/* Run once on the command line: users, passwords, permalinks and backups for tests. php seed.php FOLDER COUNT pretty|plain; prints JSON. */
define('WP_USE_THEMES', false);
error_reporting(E_ALL & ~E_DEPRECATED & ~E_USER_DEPRECATED);
require $argv[1] . '/wp-load.php';

add_role('backup_operator', 'Backup operator', ['read' => true]);
$told = [];
foreach (['admin' => 'administrator', 'operator' => 'backup_operator', 'writer' => 'author'] as $name => $role) {
    $user = get_user_by('login', $name) ?: get_user_by('id', wp_insert_user(['user_login' => $name, 'user_pass' => "$name-pw",
        'user_email' => "$name@example.org", 'role' => $role]));
    [$password] = WP_Application_Passwords::create_new_application_password($user->ID, ['name' => 'Tests ' . wp_rand()]);
    $told[$name] = WP_Application_Passwords::chunk_password($password);
}
foreach (['bkpc' => 'uuid', 'safeguard' => 'id'] as $system => $id) {
    $backups = [];
    for ($i = 0; $i < (int) $argv[2]; $i++) {
        $backups[] = [$id => "{$system}_$i", 'type' => $i % 3 ? 'full' : 'files', 'status' => 'completed', 'size' => 1000000 + $i,
            'created_at' => gmdate('Y-m-d\TH:i:s\Z', 1767225600 + $i * 3600), 'completed_at' => gmdate('Y-m-d\TH:i:s\Z', 1767225660 + $i * 3600)];
    }
    update_option("holdfast_test_$system", $backups, false);
}
update_option('permalink_structure', $argv[3] === 'pretty' ? '/%postname%/' : '');
update_option('using_application_passwords', 1);
flush_rewrite_rules(false);
echo "\n@@", json_encode($told);
