<?php
/**
 * Goes into the theme's functions.php. The package's files lie in duibiao/ in the theme's folder.
 *
 * Null: no ?ver= behind the address. The script fetches its other files without one, and all must be of one version;
 * put a new version into a folder of another name.
 */
add_action(
	'wp_enqueue_scripts',
	function () {
		wp_enqueue_script( 'duibiao', get_theme_file_uri( 'duibiao/duibiao.js' ), array(), null, true );
	}
);
