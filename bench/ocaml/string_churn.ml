(* Strings in great numbers: bench/programs/string_churn.py in OCaml. *)
let size = 4096

let () =
  let count = if Array.length Sys.argv > 1 then int_of_string Sys.argv.(1) else 1000000 in
  let kept = Array.make size "" and total = ref 0 in
  for n = 0 to count - 1 do
    let number = string_of_int (n * 7919 mod 1000003) in
    let old = kept.(n * 31 mod size) in
    let key = String.concat "" [ "key-"; number; ":"; String.sub old 0 (min 24 (String.length old)) ] in
    kept.(n mod size) <- key;
    total := !total + String.length key + Char.code key.[String.length key - 1]
  done;
  Printf.printf "%d %d\n" !total (String.length (String.concat "" (Array.to_list kept)))
