# test: cli
# What the examples allocate, by the difference of two runs: nothing in the loops that are about numbers.
cd "$ROOT"
allocations() { PYTHONHASHSEED=0 "$WEFT" eval -O2 --gc=boehm --at=gc --stats "examples/$1.py" "$2" 2>&1 > /dev/null | sed -n 's/ *\([0-9]*\)  allocations/\1/p'; }
want() { # example, arguments of two runs, most allocations of the longer one beyond those of the other
    more=$(($(allocations "$1" "$3") - $(allocations "$1" "$2")))
    [ "$more" -ge 0 ] && [ "$more" -le "$4" ] || { echo "$1: $more allocations, $4 at most"; exit 1; }
}
want nbody 10 60 0
want mandelbrot 101 111 0
want spectral_norm 8 24 0
want fannkuch 5 6 601  # a copy of each of 600 permutations; reversing it makes nothing
want richards 1 3 66   # tasks, packets and their lists, which are two objects each
want deltablue 10 20 480
