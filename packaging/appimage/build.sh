#!/bin/sh
# UNTESTED recipe: an AppImage of the built folder. Needs appimagetool (https://appimage.github.io), which no package registry has.
# Build on the oldest system that is to be supported; the folder keeps its own copies of the system's libraries for that.
#
#     make package && packaging/appimage/build.sh
set -eu
cd "$(dirname "$0")/../.."
built=.build/package/dist/holdfast
[ -d "$built" ] || { echo "build.sh: make package first" >&2; exit 2; }
app=.build/package/Holdfast.AppDir
rm -rf "$app"
mkdir -p "$app/usr/lib" "$app/usr/share/metainfo" "$app/usr/share/applications"
cp -a "$built" "$app/usr/lib/holdfast"
cp packaging/linux/holdfast-desktop.desktop "$app/"
cp packaging/linux/holdfast-desktop.desktop "$app/usr/share/applications/"
version=$("$built/holdfast" --version | cut -d ' ' -f 2)
sed "s/@VERSION@/$version/; s/@DATE@/$(date -u +%F)/" packaging/linux/org.holdfast.Holdfast.metainfo.xml \
    > "$app/usr/share/metainfo/org.holdfast.Holdfast.metainfo.xml"
cp resources/holdfast_resources/app/holdfast.svg "$app/holdfast-desktop.svg"
cp packaging/appimage/AppRun "$app/AppRun"
chmod 755 "$app/AppRun"
command -v appimagetool > /dev/null || { echo "the AppDir is ready in $app; appimagetool is not installed"; exit 0; }
ARCH=$(uname -m) appimagetool "$app" ".build/package/Holdfast-$version-$(uname -m).AppImage"
