# test: cli
# Where nothing can be written: one message that names the file, status 1, nothing half-written, nothing left behind.
printf 'def hello(name):\n    print("hello", name)\n\n\nhello("you")\n' > hello.py
fails() { # fails TEXT COMMAND...
    local text=$1
    shift
    status 1 timeout 60 "$@"
    says "$text"
    [ "$(wc -l < err)" = 1 ] || { echo "more than one line:"; cat err; exit 1; }
}
fails "cannot write /nonexistent/hello" "$WEFT" build hello.py -o /nonexistent/hello
mkdir folder
fails "cannot write folder" "$WEFT" build hello.py -o folder
[ -z "$(ls -A folder)" ]
fails "cannot write /dev/full" "$WEFT" dump hello.py -o /dev/full
for command in "dump" "check --types" "explain" "gcs" "--help"; do
    got=0
    # shellcheck disable=SC2086
    "$WEFT" $command $([[ $command == dump || $command == check* ]] && echo hello.py) > /dev/full 2> err || got=$?
    [ "$got" = 1 ] || { echo "$command > /dev/full: status $got"; exit 1; }
    says "cannot write standard output"
done
# a full disk, if we may mount one
mkdir small
if mount -t tmpfs -o size=64k tmpfs small 2> /dev/null; then
    trap 'umount small' EXIT
    fails "No space left on device" "$WEFT" dump hello.py -o small/hello.ir
    [ -z "$(ls -A small)" ]
    fails "No space left on device" "$WEFT" build hello.py --keep-c small/c -o hello
    XDG_CACHE_HOME=$PWD/small/cache fails "No space left on device" "$WEFT" build hello.py -o hello
    [ "$(find small/cache -name 'weft-*' | wc -l)" = 0 ]
    [ ! -e hello ]
fi
