# test: cli
# Classes of the library that have several bases wait for `object`, whatever the order of work.
printf 'try:\n    raise ValueError("x")\nexcept ValueError as e:\n    print(e)\nprint([1, 2])\n' > prog.py
for seed in 12 77 287 288 1021; do
    "$WEFT" check --shuffle-seed=$seed prog.py
done
for seed in 604 605 610; do
    "$WEFT" eval --shuffle-seed=$seed prog.py
done
