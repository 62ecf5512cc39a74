# The Mersenne Twister MT19937 (Matsumoto and Nishimura), seeded by an array of 32-bit words.
from weft.lowlevel import GcArray, array_len, float_mul, int_to_float, native, new_array

__wrapping__ = True

SIZE = 624
SHIFT = 397
WORD = 0xFFFFFFFF


class Twister:
    _state: GcArray[int]
    _at: int

    def __init__(self) -> None:
        self._state = new_array(SIZE)
        self._at = SIZE
        self._state[0] = 0

    def seed_words(self, words: list[int]) -> None:
        state = self._state
        x = 19650218
        state[0] = x
        i = 1
        while i < SIZE:
            x = (1812433253 * (x ^ (x >> 30)) + i) & WORD
            state[i] = x
            i += 1
        self._mix_words(words)
        self._at = SIZE

    def _mix_words(self, words: list[int]) -> None:
        state = self._state
        count = len(words)
        i = 1
        j = 0
        k = count if count > SIZE else SIZE
        while k > 0:
            x = state[i - 1]
            state[i] = ((state[i] ^ ((x ^ (x >> 30)) * 1664525)) + words[j] + j) & WORD
            i = self._after(i)
            j = 0 if j + 1 >= count else j + 1
            k -= 1
        k = SIZE - 1
        while k > 0:
            x = state[i - 1]
            state[i] = ((state[i] ^ ((x ^ (x >> 30)) * 1566083941)) - i) & WORD
            i = self._after(i)
            k -= 1
        state[0] = 0x80000000

    def _after(self, i: int) -> int:
        # The next position but 0, which holds a copy of the last word.
        if i + 1 < SIZE:
            return i + 1
        self._state[0] = self._state[SIZE - 1]
        return 1

    def _refill(self) -> None:
        state = self._state
        i = 0
        while i < SIZE:
            next = i + 1 if i + 1 < SIZE else 0
            far = i + SHIFT if i + SHIFT < SIZE else i + SHIFT - SIZE
            y = (state[i] & 0x80000000) | (state[next] & 0x7FFFFFFF)
            x = state[far] ^ (y >> 1)
            state[i] = x ^ 0x9908B0DF if y & 1 != 0 else x
            i += 1
        self._at = 0

    def word(self) -> int:
        # 32 random bits
        if self._at >= SIZE:
            self._refill()
        x = self._state[self._at]
        self._at += 1
        x ^= x >> 11
        x ^= (x << 7) & 0x9D2C5680
        x ^= (x << 15) & 0xEFC60000
        return x ^ (x >> 18)

    def fraction(self) -> float:
        # 53 random bits below 1
        high = self.word() >> 5
        low = self.word() >> 6
        return float_mul(int_to_float(high * 67108864 + low), 1.1102230246251565e-16)

    def state_words(self) -> list[int]:
        words: list[int] = []
        i = 0
        while i < SIZE:
            words.append(self._state[i])
            i += 1
        words.append(self._at)
        return words

    def set_state_words(self, words: list[int]) -> None:
        i = 0
        while i < SIZE:
            self._state[i] = words[i] & WORD
            i += 1
        self._at = words[SIZE]


def entropy_words() -> list[int]:
    words: list[int] = []
    i = 0
    while i < 16:
        words.append(native("entropy") & WORD)
        i += 1
    return words


def word_count(x: int) -> int:
    # How many 32-bit words an unsigned 64-bit number has, at least one.
    return 1 if x >= 0 and x <= WORD else 2


def seed_of_int(x: int) -> list[int]:
    if x < 0:
        x = -x
    return seed_of_bits(x)


def seed_of_bits(x: int) -> list[int]:
    words: list[int] = [x & WORD]
    if word_count(x) == 2:
        words.append((x >> 32) & WORD)
    return words


def seed_of_bytes(data: list[int]) -> list[int]:
    # The bytes are a big-endian number.
    words: list[int] = []
    end = len(data)
    while end > 0:
        x = 0
        i = end - 4 if end > 4 else 0
        while i < end:
            x = (x << 8) | data[i]
            i += 1
        words.append(x)
        end -= 4
    while len(words) > 1 and words[len(words) - 1] == 0:
        words.pop()
    return words
