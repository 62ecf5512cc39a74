(* Changes to a large heap: bench/programs/large_heap.py in OCaml. *)
type item = { value : int; weight : int }
type cell = { mutable item : item; mutable changes : int }

let modulus = 2147483647

let update cells updates =
  let count = Array.length cells and place = ref 1 in
  for n = 0 to updates - 1 do
    place := !place * 48271 mod modulus;
    let cell = cells.(!place mod count) in
    cell.changes <- cell.changes + 1;
    if n mod 4 <> 0 then cell.item <- { value = n; weight = !place }
    else begin
      let other = cells.(n mod count) in
      let item = cell.item in
      cell.item <- other.item;
      other.item <- item
    end
  done

let () =
  let argument index default = if Array.length Sys.argv > index then int_of_string Sys.argv.(index) else default in
  let count = argument 1 200000 and updates = argument 2 1000000 in
  let cells = Array.init count (fun n -> { item = { value = n; weight = n }; changes = 0 }) in
  update cells updates;
  let values = ref 0 and weights = ref 0 and changes = ref 0 in
  let add cell =
    values := !values + cell.item.value;
    weights := !weights + (cell.item.weight mod 1000);
    changes := !changes + cell.changes
  in
  Array.iter add cells;
  Printf.printf "%d %d %d\n" !values !weights !changes
