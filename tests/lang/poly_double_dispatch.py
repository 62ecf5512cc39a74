# test: lang
# Double dispatch over one hierarchy with a common base on both sides.


class Shape:
    def hit(self, other):
        return "?"

    def hit_by_ball(self, ball):
        return "nothing"

    def hit_by_wall(self, wall):
        return "nothing"


class Ball(Shape):
    def __init__(self, r):
        self.r = r

    def hit(self, other):
        return other.hit_by_ball(self)

    def hit_by_ball(self, ball):
        return f"balls {self.r} {ball.r}"

    def hit_by_wall(self, wall):
        return f"wall {wall.name} on ball {self.r}"


class Wall(Shape):
    def __init__(self, name):
        self.name = name

    def hit(self, other):
        return other.hit_by_wall(self)

    def hit_by_ball(self, ball):
        return f"ball {ball.r} on wall {self.name}"


shapes = [Ball(1), Wall("w"), Ball(2.5), Shape()]
for a in shapes:
    print([a.hit(b) for b in shapes])
table = {}
for a in shapes:
    table.setdefault(type(a).__name__, []).append(a.hit(shapes[0]))
print(table)
