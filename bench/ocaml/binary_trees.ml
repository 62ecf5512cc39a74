(* Binary trees: examples/binary_trees.py in OCaml. *)
type tree = Leaf | Node of tree * tree

let min_depth = 4

let rec build depth =
  if depth = 0 then Node (Leaf, Leaf)
  else
    let left = build (depth - 1) in
    Node (left, build (depth - 1))

let rec count = function Leaf -> 0 | Node (left, right) -> 1 + count left + count right

let () =
  let limit = if Array.length Sys.argv > 1 then int_of_string Sys.argv.(1) else 16 in
  let limit = max limit (min_depth + 2) in
  Printf.printf "stretch tree of depth %d: %d nodes\n" (limit + 1) (count (build (limit + 1)));
  let long_lived = build limit in
  for half = min_depth / 2 to limit / 2 do
    let depth = 2 * half in
    let trees = 1 lsl (limit - depth + min_depth) in
    let nodes = ref 0 in
    for _ = 1 to trees do
      nodes := !nodes + count (build depth)
    done;
    Printf.printf "%d trees of depth %d: %d nodes\n" trees depth !nodes
  done;
  Printf.printf "long-lived tree of depth %d: %d nodes\n" limit (count long_lived)
