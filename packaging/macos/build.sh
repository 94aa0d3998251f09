#!/bin/sh
# UNTESTED recipe: Holdfast.app, signed and notarised, in a disk image. On a Mac, with Xcode's command line tools and Python 3.11 or newer.
#
#     IDENTITY="Developer ID Application: …" PROFILE=notary packaging/macos/build.sh
#
# Without IDENTITY the app is signed ad hoc, for this Mac alone. PROFILE is a keychain profile made with `xcrun notarytool store-credentials`.
# The entitlement for JIT is for the chunker (without it the slower one gives the same cut points).
set -eu
cd "$(dirname "$0")/../.."
environment=.build/package/venv
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --upgrade ".[desktop]" 'pyinstaller>=6.11,<7'
"$environment/bin/python" packaging/build.py --no-deb
app=.build/package/dist/Holdfast.app
codesign --force --deep --options runtime --timestamp --entitlements packaging/macos/entitlements.plist --sign "${IDENTITY:--}" "$app"
codesign --verify --deep --strict "$app"
image=.build/package/Holdfast.dmg
hdiutil create -volname Holdfast -srcfolder "$app" -ov -format UDZO "$image"
[ -n "${PROFILE:-}" ] || exit 0
xcrun notarytool submit "$image" --keychain-profile "$PROFILE" --wait
xcrun stapler staple "$image"
