# test: lang
# Named tuples sort, group and count as tuples do; fields of several types.
from collections import Counter, defaultdict, deque, namedtuple

Card = namedtuple("Card", ["rank", "suit"])
hand = [Card(3, "h"), Card(1, "s"), Card(3, "c"), Card(2, "h")]
print(sorted(hand), min(hand), sorted(hand, key=lambda c: (c.suit, -c.rank)))
by_suit = defaultdict(list)
for card in hand:
    by_suit[card.suit].append(card.rank)
print(dict(by_suit), Counter(c.suit for c in hand).most_common(1))
for i, (rank, suit) in enumerate(hand):
    print(i, rank, suit)
ranks = [rank for rank, _ in hand]
print(ranks, Card(3, "h") in hand, hand.index(Card(3, "c")), hand.count(Card(9, "x")))
queue = deque([Card(0, "q")])
queue.append(Card(5, "z")._replace(suit="y"))
print(queue, queue.popleft().suit)
visited = {Card(1, "a"), Card(1, "a"), Card(2, "a")}
print(len(visited), Card(1, "a") in visited, Card(1, "b") in visited)
print(Card(1, "s") < Card(1, "t"), Card(1, "s") == (1, "s"), Card(1, "s") != Card(1, "s"))
print(hand[0].rank + hand[1].rank, hand[-1], hand[0][1], hand[0][-2])
