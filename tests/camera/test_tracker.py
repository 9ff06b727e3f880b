from kiosk.camera.tracker import Tracker
from kiosk.gate.bodies import SECOND

FPS = 10


def body(x, y=400, tall=300, wide=100):
    return x - wide / 2, y - tall, x + wide / 2, float(y)


class Walk:
    def __init__(self):
        self.tracker = Tracker(960)
        self.t_ns = SECOND

    def see(self, *boxes):
        """The ids of the bodies in the order of their boxes."""
        self.t_ns += SECOND // FPS
        tracks = self.tracker.update(boxes, self.t_ns)
        assert list(dict.fromkeys(track.box for track in tracks)) == list(dict.fromkeys(boxes))
        return [track.id for track in tracks]


def test_a_walking_body_keeps_its_number():
    walk = Walk()
    assert {walk.see(body(x))[0] for x in range(50, 900, 40)} == {1}


def test_two_bodies_keep_theirs_whatever_the_order():
    walk = Walk()
    assert walk.see(body(200), body(600)) == [1, 2]
    assert walk.see(body(610), body(210)) == [2, 1]


def test_only_what_was_seen_is_reported():
    walk = Walk()
    walk.see(body(300))
    assert walk.see() == []
    assert walk.tracker.unseen == [body(300)]


def test_a_short_gap_keeps_the_number_and_a_longer_one_does_not():
    walk = Walk()
    walk.see(body(300))
    for _ in range(4):
        walk.see()
    assert walk.see(body(300)) == [1]
    for _ in range(6):
        walk.see()
    assert walk.see(body(300)) == [2]


def test_a_body_is_looked_for_where_it_was_going():
    walk = Walk()
    for x in range(100, 400, 50):
        walk.see(body(x))
    walk.see()
    walk.see()
    assert walk.see(body(500)) == [1]


def test_a_far_jump_is_another_body():
    walk = Walk()
    walk.see(body(200))
    assert walk.see(body(600)) == [2]


def test_numbers_are_not_inherited_through_a_merge():
    walk = Walk()
    for _ in range(6):
        assert walk.see(body(400), body(520)) == [1, 2]
    merged = walk.see((350.0, 100.0, 570.0, 400.0))
    assert merged == [3, 4], "two bodies in one box stay two"
    assert walk.see((352.0, 100.0, 572.0, 400.0)) == [3, 4]
    assert walk.see(body(400), body(520)) == [5, 6]


def test_three_who_merge_one_after_the_other_stay_three():
    walk = Walk()
    for _ in range(6):
        walk.see(body(400), body(520), body(640))
    assert len(walk.see((350.0, 100.0, 570.0, 400.0), body(640))) == 3
    assert len(walk.see((350.0, 100.0, 690.0, 400.0))) == 3
    assert walk.see(body(400), body(520), body(640)) == [9, 10, 11]


def test_a_flicker_beside_a_body_does_not_make_it_two_for_good():
    walk = Walk()
    for _ in range(10):
        walk.see(body(400))
    walk.see((350.0, 100.0, 410.0, 400.0), (412.0, 100.0, 450.0, 400.0))
    assert len(walk.see(body(400))) == 1


def test_a_body_hidden_behind_another_taints_both():
    walk = Walk()
    for _ in range(6):
        walk.see(body(400), body(520))
    assert walk.see(body(460, wide=180)) == [3, 4]


def test_numbers_are_never_used_again():
    walk = Walk()
    used = []
    for _ in range(5):
        used += walk.see(body(300))
        for _ in range(7):
            walk.see()
    assert used == [1, 2, 3, 4, 5]


def test_who_walks_in_and_stays_is_counted_once():
    walk = Walk()
    for _ in range(6):
        walk.see(body(20))
    assert walk.tracker.entered == 0
    for _ in range(30):
        walk.see(body(20))
    assert walk.tracker.entered == 1


def test_a_merge_a_split_and_a_short_loss_are_no_new_entries():
    walk = Walk()
    for _ in range(10):
        walk.see(body(400), body(520))
    for _ in range(10):
        walk.see((350.0, 100.0, 570.0, 400.0))
    for _ in range(10):
        walk.see(body(400), body(520))
    for _ in range(8):
        walk.see()
    for _ in range(10):
        walk.see(body(400), body(520))
    assert walk.tracker.entered == 2


def test_a_box_with_two_heads_is_two_bodies_with_one_box():
    walk = Walk()
    for _ in range(8):
        assert walk.see(body(400), body(400)) == [1, 2]
    assert walk.tracker.entered == 2


def test_a_second_head_ends_the_number_of_the_first():
    walk = Walk()
    assert walk.see(body(400)) == [1]
    assert walk.see(body(402), body(402)) == [2, 3]
    for _ in range(9):
        assert walk.see(body(402)) == [2, 3], "a head may be hidden for a moment"
    for _ in range(3):
        last = walk.see(body(402))
    assert last == [4]


def test_two_boxes_that_share_much_do_not_multiply():
    """One walks behind another, found by a detector that tells the two apart throughout."""
    tracker, most = Tracker(960), 0
    for n in range(90):
        behind = (575 - 5 * n, 190, 650 - 5 * n, 425)
        most = max(most, len(tracker.update([(400, 200, 480, 440), behind], n * SECOND // 30)))
    assert most == 2
