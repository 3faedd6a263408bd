error-title = Something went wrong
error-missing = This page does not exist
error-what = What you typed before is kept on this device. Load the page again, or go back to the start.
error-missing-what = The address may be old or mistyped.
error-again = Load again
error-start = To the start
error-details = For the person who mends it
