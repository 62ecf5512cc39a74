/** Strings in great numbers: bench/programs/string_churn.py in Java. */
class Main {
    static final int KEPT = 4096;

    public static void main(String[] args) {
        long count = args.length > 0 ? Long.parseLong(args[0]) : 1000000;
        String[] kept = new String[KEPT];
        java.util.Arrays.fill(kept, "");
        long total = 0;
        for (long n = 0; n < count; n++) {
            String number = Long.toString(n * 7919 % 1000003);
            String old = kept[(int) (n * 31 % KEPT)];
            String key = "key-" + number + ":" + old.substring(0, Math.min(old.length(), 24));
            kept[(int) (n % KEPT)] = key;
            total += key.length() + key.charAt(key.length() - 1);
        }
        System.out.println(total + " " + String.join("", kept).length());
    }
}
