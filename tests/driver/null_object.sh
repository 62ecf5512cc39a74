# test: cli
# Passes may leave what control never comes to: fields, lengths and items of a constant NULL are C all the same.
cat > null.ir <<'END'
program low entry @main exceptions BaseException
file "prog.py"
struct BaseException gc exception {
}
struct Box gc {
  value: i64
}
struct Row gc {
  items: array(gc, i64)
}
graph @main: func() -> i64
  pyname main file "prog.py"
{
b0():
  %box: ptr(Box) = malloc[Box] !1:0-5
  setfield[value] %box, 7 !1:0-5
  %seven: i64 = getfield[value] %box !1:0-5
  %other: bool = int_eq %seven, 8 !2:0-5
  switch %other
    false -> return(%seven)
    true -> never()
never():
  %value: i64 = getfield[value] null: ptr(Box) !3:0-5
  setfield[value] null: ptr(Box), %value !4:0-5
  %length: i64 = array_len null: ptr(Row) !5:0-5
  %item: i64 = array_get null: ptr(Row), %length !6:0-5
  jump return(%item)
return(%r: i64):
except(%e: ptr(BaseException)):
}
END
for level in 0 2; do
    status 0 "$WEFT" build -O$level null.ir -o null
    status 7 ./null
done
