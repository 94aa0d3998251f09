<?php
/*
Plugin Name: Backups for tests
Description: A must-use plugin that offers the namespaces bkpc/v1 and safeguard/v1 on a real WordPress, after the vendors' pages. It makes no
backups: a list in an option stands for them. The query parameter "trouble" of any route makes a failure of the real thing.
*/

if (!defined('ABSPATH')) {
    exit;
}

// application passwords want https; the server of the tests speaks http on loopback
if (!file_exists(WP_CONTENT_DIR . '/passwords-off')) {
    add_filter('wp_is_application_passwords_available', '__return_true');
} else {
    add_filter('wp_is_application_passwords_available', '__return_false');
}

// one user only, as some security plugins allow it
add_filter('wp_is_application_passwords_available_for_user', fn ($can) => $can && !file_exists(WP_CONTENT_DIR . '/user-off'));

// a plugin that wants to know the user before WordPress looks whether the password was right
add_filter('rest_authentication_errors', function ($result) {
    if (file_exists(WP_CONTENT_DIR . '/asks-early')) {
        wp_get_current_user();
    }
    return $result;
}, 1);

add_filter('rest_authentication_errors', function ($result) {
    if (file_exists(WP_CONTENT_DIR . '/rest-hidden') && !is_user_logged_in()) {
        return new WP_Error('rest_cannot_access', 'Only authenticated users can access the REST API.', ['status' => 401]);
    }
    return $result;
}, 99);

add_filter('rest_pre_dispatch', function ($result, $server, $request) {
    switch ($request->get_param('trouble')) {
        case 'fatal':
            return holdfast_test_no_such_function();
        case 'warning':
            echo "<br />\n<b>Warning</b>:  Undefined array key \"x\" in <b>old.php</b> on line <b>12</b><br />\n";
            return $result;
        case 'login':
            wp_safe_redirect(wp_login_url());
            exit;
    }
    return $result;
}, 10, 3);

class Holdfast_Test_Backups
{
    public static function all(string $system): array
    {
        return get_option("holdfast_test_$system", []);
    }

    public static function put(string $system, array $backups): void
    {
        update_option("holdfast_test_$system", $backups, false);
    }

    /** One page, newest first. */
    public static function page(string $system, WP_REST_Request $request): array
    {
        $kept = array_values(array_filter(self::all($system), function ($one) use ($request) {
            $type = $request->get_param('type');
            return !$type || $one['type'] === $type;
        }));
        $kept = array_reverse($kept);
        $size = min(100, max(1, (int) ($request->get_param('per_page') ?: 20)));
        $number = max(1, (int) ($request->get_param('page') ?: 1));
        return [array_slice($kept, ($number - 1) * $size, $size), count($kept), $size, $number];
    }
}

add_action('rest_api_init', function () {
    $operator = fn () => current_user_can('manage_options') || in_array('backup_operator', wp_get_current_user()->roles, true);
    $bkpc = function ($route, $method, $answer) use ($operator) {
        register_rest_route('bkpc/v1', $route, ['methods' => $method, 'callback' => $answer, 'permission_callback' => '__return_true']);
    };
    $enveloped = function ($answer) use ($operator) {
        return function ($request) use ($answer, $operator) {
            if (!is_user_logged_in() || !$operator()) {
                $status = is_user_logged_in() ? 403 : 401;
                $code = $status === 403 ? 'forbidden' : 'rest_not_logged_in';
                return new WP_REST_Response(['success' => false, 'error' => ['code' => $code, 'message' => 'Sorry.', 'data' => null]], $status);
            }
            [$data, $status] = $answer($request);
            $body = $status < 400 ? ['success' => true, 'data' => $data] : ['success' => false, 'error' => $data];
            $response = new WP_REST_Response($body, $status);
            foreach (['Limit' => 500, 'Remaining' => 487, 'Reset' => time() + 1800] as $name => $value) {
                $response->header("X-RateLimit-$name", $value);
            }
            return $response;
        };
    };
    $gone = [['code' => 'not_found', 'message' => 'Backup not found', 'data' => null], 404];
    $bkpc('/backup/list', 'GET', $enveloped(function ($request) {
        [$items, $total, $size, $number] = Holdfast_Test_Backups::page('bkpc', $request);
        $pages = (int) ceil($total / $size);
        return [['backups' => $items, 'pagination' => [
            'current_page' => $number, 'per_page' => $size, 'total_items' => $total, 'total_pages' => $pages,
        ]], 200];
    }));
    $bkpc('/backup/create', 'POST', $enveloped(function ($request) {
        $type = $request->get_param('type') ?: 'full';
        if (!in_array($type, ['full', 'database', 'files'], true)) {
            return [['code' => 'invalid_backup_type', 'message' => "Backup type must be 'full', 'database', or 'files'",
                'data' => ['provided_value' => $type]], 400];
        }
        $made = ['uuid' => 'bkpc_' . gmdate('Ymd_His') . '_' . substr(md5((string) wp_rand()), 0, 6), 'type' => $type, 'status' => 'completed',
            'created_at' => gmdate('Y-m-d\TH:i:s\Z'), 'completed_at' => gmdate('Y-m-d\TH:i:s\Z'), 'size' => 1000,
            'metadata' => $request->get_param('metadata') ?: (object) []];
        Holdfast_Test_Backups::put('bkpc', array_merge(Holdfast_Test_Backups::all('bkpc'), [$made]));
        return [['uuid' => $made['uuid'], 'status' => 'in_progress', 'type' => $type, 'created_at' => $made['created_at'],
            'estimated_size' => 1000, 'progress_url' => "/wp-json/bkpc/v1/backup/{$made['uuid']}/status"], 201];
    }));
    $bkpc('/backup/(?P<uuid>[A-Za-z0-9_]+)', 'GET', $enveloped(function ($request) use ($gone) {
        foreach (Holdfast_Test_Backups::all('bkpc') as $one) {
            if ($one['uuid'] === $request['uuid']) {
                return [$one, 200];
            }
        }
        return $gone;
    }));
    $bkpc('/backup/(?P<uuid>[A-Za-z0-9_]+)/status', 'GET', $enveloped(function ($request) use ($gone) {
        foreach (Holdfast_Test_Backups::all('bkpc') as $one) {
            if ($one['uuid'] === $request['uuid']) {
                return [['status' => $one['status'], 'progress' => ['percentage' => 100]], 200];
            }
        }
        return $gone;
    }));
    $bkpc('/backup/(?P<uuid>[A-Za-z0-9_]+)', 'DELETE', function ($request) use ($operator) {
        $kept = array_values(array_filter(Holdfast_Test_Backups::all('bkpc'), fn ($one) => $one['uuid'] !== $request['uuid']));
        $found = count($kept) < count(Holdfast_Test_Backups::all('bkpc'));
        if (!$operator() || !$found) {
            $code = $operator() ? 'not_found' : 'forbidden';
            return new WP_REST_Response(['success' => false, 'error' => ['code' => $code, 'message' => 'No.']], $operator() ? 404 : 403);
        }
        Holdfast_Test_Backups::put('bkpc', $kept);
        return ['success' => true, 'message' => 'Backup deleted successfully'];
    });
    $bkpc('/schedule/list', 'GET', $enveloped(fn () => [['schedules' => []], 200]));

    $admin = function () {
        if (current_user_can('manage_options')) {
            return true;
        }
        return is_user_logged_in()
            ? new WP_Error('rest_forbidden', 'You do not have permission to manage backups.', ['status' => 403])
            : new WP_Error('rest_not_logged_in', 'You are not currently logged in.', ['status' => 401]);
    };
    $safeguard = function ($route, $method, $answer) use ($admin) {
        register_rest_route('safeguard/v1', $route, ['methods' => $method, 'callback' => $answer, 'permission_callback' => $admin]);
    };
    $safeguard('/backups', 'GET', function ($request) {
        [$items, $total, $size] = Holdfast_Test_Backups::page('safeguard', $request);
        $response = new WP_REST_Response($items);
        $response->header('X-WP-Total', $total);
        $response->header('X-WP-TotalPages', (int) ceil($total / $size));
        return $response;
    });
    $safeguard('/backups', 'POST', function ($request) {
        if (get_option('holdfast_test_busy')) {
            return new WP_Error('backup_in_progress', 'A backup is already running.', ['status' => 409]);
        }
        $made = ['id' => 'bkp_' . substr(md5((string) wp_rand()), 0, 8), 'type' => $request->get_param('type') ?: 'full', 'status' => 'running',
            'storage' => 's3', 'label' => $request->get_param('label'), 'created_at' => gmdate('Y-m-d\TH:i:s\Z')];
        Holdfast_Test_Backups::put('safeguard', array_merge(Holdfast_Test_Backups::all('safeguard'), [$made]));
        return new WP_REST_Response($made, 202);
    });
    $one = function ($request) {
        foreach (Holdfast_Test_Backups::all('safeguard') as $backup) {
            if ($backup['id'] === $request['id']) {
                return $backup;
            }
        }
        return new WP_Error('backup_not_found', 'Backup not found.', ['status' => 404]);
    };
    $safeguard('/backups/(?P<id>[a-z0-9_]+)', 'GET', $one);
    $safeguard('/backups/(?P<id>[a-z0-9_]+)', 'DELETE', function ($request) use ($one) {
        $found = $one($request);
        if (is_wp_error($found)) {
            return $found;
        }
        Holdfast_Test_Backups::put('safeguard', array_values(array_filter(
            Holdfast_Test_Backups::all('safeguard'), fn ($backup) => $backup['id'] !== $request['id']
        )));
        return ['deleted' => true, 'id' => $request['id']];
    });
    $safeguard('/storage-providers', 'GET', fn () => []);
    $safeguard('/staging/active-job', 'GET', fn () => ['active' => false]);
    $safeguard('/migrate/active-job', 'GET', fn () => ['active' => false]);
});
