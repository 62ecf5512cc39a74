# weakref: when an object is dead is the memory manager's business, see gc.collect. There are no callbacks.
from typing import Generic, TypeVar

from weft.lowlevel import keepalive, weak_new, weak_target

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class ref(Generic[T]):
    _number: int
    _hash: int
    _like: T | None  # nothing; its type is what matters

    def __init__(self, object: T) -> None:
        if object is None or isinstance(object, (int, float, str, bytes, bytearray, list, tuple, dict)):
            raise TypeError("cannot create weak reference to '" + type(object).__name__ + "' object")
        self._hash = -1
        self._like = object
        self._like = None
        self._number = weak_new(self, object)

    def __call__(self) -> T | None:
        return weak_target(self._number, self._like)

    def __eq__(self, other):
        mine = self()
        if mine is None:
            return self is other
        theirs = other()
        if theirs is None:
            return False
        return mine == theirs

    def __hash__(self) -> int:
        if self._hash == -1:
            target = self()
            if target is None:
                raise TypeError("weak object has gone away")
            self._hash = hash(target)
        return self._hash

    def __repr__(self) -> str:
        target = self()
        if target is None:
            return f"<weakref at {id(self):#x}; dead>"
        return f"<weakref at {id(self):#x}; to '{type(target).__name__}' at {id(target):#x}>"


ReferenceType = ref


class WeakValueDictionary(Generic[K, V]):
    _refs: dict[K, ref[V]]

    def __init__(self):
        self._refs = {}

    def _purge(self) -> None:
        dead = [key for key, value in self._refs.items() if value() is None]
        for key in dead:
            del self._refs[key]

    def __setitem__(self, key: K, value: V) -> None:
        self._refs[key] = ref(value)

    def _find(self, key: K) -> V | None:
        if key in self._refs:
            return self._refs[key]()
        return None

    def __getitem__(self, key: K) -> V:
        value = self._find(key)
        if value is None:
            raise KeyError(key)
        return value

    def __delitem__(self, key: K) -> None:
        self._purge()
        del self._refs[key]

    def __contains__(self, key: K) -> bool:
        return self._find(key) is not None

    def __len__(self) -> int:
        self._purge()
        return len(self._refs)

    def __iter__(self):
        return iter(self.keys())

    def get(self, key: K, default=None):
        value = self._find(key)
        if value is not None:
            return value
        return default

    def setdefault(self, key: K, default: V) -> V:
        value = self._find(key)
        if value is not None:
            return value
        self._refs[key] = ref(default)
        return default

    def pop(self, key: K) -> V:
        value = self[key]
        del self._refs[key]
        return value

    def clear(self) -> None:
        self._refs.clear()

    def keys(self) -> list[K]:
        return [key for key, value in self._refs.items() if value() is not None]

    def values(self) -> list[V]:
        found = []
        for reference in self._refs.values():
            value = reference()
            if value is not None:
                found.append(value)
        return found

    def items(self) -> list[tuple[K, V]]:
        found = []
        for key, reference in self._refs.items():
            value = reference()
            if value is not None:
                found.append((key, value))
        return found


class WeakKeyDictionary(Generic[K, V]):
    # A value that refers to its key keeps it alive. A key that is passed must live until its hash is known.
    _data: dict[ref[K], V]

    def __init__(self):
        self._data = {}

    def _purge(self) -> None:
        dead = [key for key in self._data if key() is None]
        for key in dead:
            del self._data[key]

    def __setitem__(self, key: K, value: V) -> None:
        self._data[ref(key)] = value
        keepalive(key)

    def __getitem__(self, key: K) -> V:
        value = self._data[ref(key)]
        keepalive(key)
        return value

    def __delitem__(self, key: K) -> None:
        del self._data[ref(key)]
        keepalive(key)

    def __contains__(self, key: K) -> bool:
        found = ref(key) in self._data
        keepalive(key)
        return found

    def __len__(self) -> int:
        self._purge()
        return len(self._data)

    def __iter__(self):
        return iter(self.keys())

    def get(self, key: K, default=None):
        value = self._data.get(ref(key), default)
        keepalive(key)
        return value

    def pop(self, key: K) -> V:
        value = self._data.pop(ref(key))
        keepalive(key)
        return value

    def clear(self) -> None:
        self._data.clear()

    def keys(self) -> list[K]:
        found = []
        for reference in self._data:
            key = reference()
            if key is not None:
                found.append(key)
        return found

    def values(self) -> list[V]:
        return [value for key, value in self._data.items() if key() is not None]

    def items(self) -> list[tuple[K, V]]:
        found = []
        for reference, value in self._data.items():
            key = reference()
            if key is not None:
                found.append((key, value))
        return found


class WeakSet(Generic[T]):
    _items: WeakKeyDictionary[T, bool]

    def __init__(self):
        self._items = WeakKeyDictionary()

    def add(self, item: T) -> None:
        self._items[item] = True

    def discard(self, item: T) -> None:
        if item in self._items:
            del self._items[item]

    def remove(self, item: T) -> None:
        del self._items[item]

    def __contains__(self, item: T) -> bool:
        return item in self._items

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def clear(self) -> None:
        self._items.clear()
