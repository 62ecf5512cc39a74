/** Changes to a large heap: bench/programs/large_heap.py in Java. */
class Main {
    static final long MODULUS = 2147483647;

    record Item(long value, long weight) {}

    static class Cell {
        Item item;
        long changes;

        Cell(Item item) {
            this.item = item;
        }
    }

    static void update(Cell[] cells, long updates) {
        long place = 1;
        for (long n = 0; n < updates; n++) {
            place = place * 48271 % MODULUS;
            Cell cell = cells[(int) (place % cells.length)];
            cell.changes++;
            if (n % 4 != 0) {
                cell.item = new Item(n, place);
            } else {
                Cell other = cells[(int) (n % cells.length)];
                Item item = cell.item;
                cell.item = other.item;
                other.item = item;
            }
        }
    }

    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 200000;
        long updates = args.length > 1 ? Long.parseLong(args[1]) : 1000000;
        Cell[] cells = new Cell[count];
        for (int n = 0; n < count; n++) {
            cells[n] = new Cell(new Item(n, n));
        }
        update(cells, updates);
        long values = 0, weights = 0, changes = 0;
        for (Cell cell : cells) {
            values += cell.item.value;
            weights += cell.item.weight % 1000;
            changes += cell.changes;
        }
        System.out.println(values + " " + weights + " " + changes);
    }
}
