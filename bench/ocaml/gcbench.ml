(* GCBench: bench/programs/gcbench.py in OCaml. *)
type tree = Leaf | Node of { mutable left : tree; mutable right : tree; i : int; j : int }

let min_depth = 4
let size = 500000
let empty () = Node { left = Leaf; right = Leaf; i = 0; j = 0 }

let rec from_leaves depth =
  if depth = 0 then empty ()
  else
    let left = from_leaves (depth - 1) in
    Node { left; right = from_leaves (depth - 1); i = 0; j = 0 }

let rec grow tree depth =
  match tree with
  | Node node when depth > 0 ->
      node.left <- empty ();
      node.right <- empty ();
      grow node.left (depth - 1);
      grow node.right (depth - 1)
  | _ -> ()

let from_root depth =
  let tree = empty () in
  grow tree depth;
  tree

let rec leftmost depth = function
  | Node { left = Node _ as left; _ } -> leftmost (depth + 1) left
  | _ -> depth

let () =
  let limit = if Array.length Sys.argv > 1 then int_of_string Sys.argv.(1) else 16 in
  Printf.printf "stretch %d\n" (leftmost 0 (from_leaves (limit + 2)));
  let long_lived = from_root limit in
  let array = Array.make size 0.0 in
  for i = 1 to (size / 2) - 1 do
    array.(i) <- 1.0 /. float_of_int i
  done;
  for half = min_depth / 2 to limit / 2 do
    let depth = 2 * half in
    let trees = 1 lsl (limit + 3 - depth) in
    let total = ref 0 in
    for _ = 1 to trees do
      total := !total + leftmost 0 (from_root depth);
      total := !total + leftmost 0 (from_leaves depth)
    done;
    Printf.printf "%d %d %d\n" depth trees !total
  done;
  let same = array.(1000) = 1.0 /. 1000.0 in
  Printf.printf "kept %d %s\n" (leftmost 0 long_lived) (if same then "True" else "False")
