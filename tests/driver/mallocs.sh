# test: cli
# What the examples allocate, by the difference of two runs: nothing in the loops that are about numbers.
cd "$ROOT"
allocations() { # example, argument, collector
    PYTHONHASHSEED=0 "$WEFT" eval -O2 --gc="$3" --at=gc --stats "examples/$1.py" "$2" 2>&1 > /dev/null |
        sed -n 's/ *\([0-9]*\)  allocations/\1/p'
}
want() { # example, arguments of two runs, most allocations of the longer one beyond those of the other, collector
    more=$(($(allocations "$1" "$3" "$5") - $(allocations "$1" "$2" "$5")))
    [ "$more" -ge 0 ] && [ "$more" -le "$4" ] || { echo "$1: $more allocations with $5, $4 at most"; exit 1; }
}
want nbody 10 60 0 boehm
want mandelbrot 101 111 0 boehm
want spectral_norm 8 24 0 boehm
want fannkuch 5 6 1 boehm  # the list of numbers grows once more; the copy of each of 600 permutations is on the stack
want richards 1 3 66 boehm   # tasks, packets and their lists, which are two objects each
want deltablue 10 20 180 boehm
# What is asked for at once counts once: no more than in bench/c.
want richards 1 3 28 generational
want deltablue 10 20 140 generational
