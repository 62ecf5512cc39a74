/** GCBench: bench/programs/gcbench.py in Java. */
class Main {
    static final int MIN_DEPTH = 4;
    static final int SIZE = 500000;

    static class Node {
        Node left, right;
        long i, j;

        Node(Node left, Node right) {
            this.left = left;
            this.right = right;
        }

        void grow(int depth) {
            if (depth > 0) {
                left = new Node(null, null);
                right = new Node(null, null);
                left.grow(depth - 1);
                right.grow(depth - 1);
            }
        }

        int leftmost() {
            int depth = 0;
            for (Node node = this; node.left != null; node = node.left) {
                depth++;
            }
            return depth;
        }
    }

    static Node fromLeaves(int depth) {
        return depth == 0 ? new Node(null, null) : new Node(fromLeaves(depth - 1), fromLeaves(depth - 1));
    }

    static Node fromRoot(int depth) {
        Node node = new Node(null, null);
        node.grow(depth);
        return node;
    }

    public static void main(String[] args) {
        int limit = args.length > 0 ? Integer.parseInt(args[0]) : 16;
        System.out.println("stretch " + fromLeaves(limit + 2).leftmost());
        Node longLived = fromRoot(limit);
        double[] array = new double[SIZE];
        for (int i = 1; i < SIZE / 2; i++) {
            array[i] = 1.0 / i;
        }
        for (int depth = MIN_DEPTH; depth <= limit; depth += 2) {
            int trees = 1 << (limit + 3 - depth);
            long total = 0;
            for (int i = 0; i < trees; i++) {
                total += fromRoot(depth).leftmost();
                total += fromLeaves(depth).leftmost();
            }
            System.out.println(depth + " " + trees + " " + total);
        }
        System.out.println("kept " + longLived.leftmost() + " " + (array[1000] == 1.0 / 1000 ? "True" : "False"));
    }
}
