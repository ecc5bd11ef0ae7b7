package co.satccf.transmitter.dispatch;

/**
 * How many reports one claim may take.
 *
 * @param calls of the fleet that are out
 * @param open places that are free for this process; negative when the limit was cut
 * @param left that have a place at once
 * @param ahead that have theirs when calls end (docs/adr/0024)
 */
record Room(int calls, int open, int left, int ahead) {

  /** So many may be claimed at once whatever the limit. */
  private static final int FEW = 8;

  /**
   * @param cupo the limit of the fleet
   * @param allowed by the breaker, now
   * @param enVuelo reports in flight in the whole fleet by the store's word, without those that
   *     this process knew to be answered
   * @param then how its places stood after that count: who has been given one meanwhile is counted
   *     once too often, never too seldom
   * @param cameBack calls of this process that have ended since the claim before
   */
  static Room of(int cupo, int allowed, int enVuelo, Places.Stand then, long cameBack) {
    // Those whose lease is over are not in the count any more.
    int calls = Math.max(then.calls(), enVuelo - then.waiting());
    int open = Math.min(cupo - calls, Math.min(then.free(), then.hands()));
    int left = Math.max(0, Math.min(Math.min(open, allowed), atOnce(cupo)));
    int ahead = left == open && allowed > open ? ahead(cupo, left, then, cameBack) : 0;
    return new Room(calls, open, left, Math.min(ahead, then.hands() - left));
  }

  /**
   * What goes out together comes back together, and would go on so for ever: the Ministry would be
   * idle while we store, and we while it answers. So no claim fills the whole limit.
   */
  private static int atOnce(int cupo) {
    return Math.max(FEW, cupo / 2);
  }

  /**
   * As many as came back since the claim before will come back until the next. Only a call of this
   * process hands its place on, so without one nothing is claimed ahead.
   */
  private static int ahead(int cupo, int left, Places.Stand then, long cameBack) {
    long expected = Math.min(cameBack, Math.min(cupo / 2, then.calls() + left));
    return Math.max(0, Math.toIntExact(expected) - then.waiting());
  }

  /** The sum of both. */
  int total() {
    return left + ahead;
  }

  /** Calls of the fleet when so many have been claimed. */
  int out(int claimed) {
    return calls + Math.min(left, claimed);
  }

  /** Whether nothing more can be sent before a call has ended. */
  boolean usedUp(int claimed) {
    return left >= open && claimed >= left;
  }
}
