package co.satccf.transmitter.dispatch;

import co.satccf.transmitter.dispatch.Places.Attempt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Replicas that claim from one store, step by step in the order that chance gives: what takes time
 * in a claim, a call or a settlement may happen before or after anything that others do meanwhile.
 */
final class FlotaDeReclamos {

  private final SplittableRandom azar;
  private final Set<Attempt> enVuelo = new HashSet<>();
  private final List<Replica> replicas;
  private @Nullable Replica locked;
  private int cupo;
  private long last;
  private int mostWaiting;

  FlotaDeReclamos(int semilla) {
    azar = new SplittableRandom(semilla);
    cupo = azar.nextInt(4, 40);
    replicas =
        IntStream.range(0, azar.nextInt(1, 4))
            .mapToObj(i -> new Replica(azar.nextInt(2, 50)))
            .toList();
  }

  int cupo() {
    return cupo;
  }

  void step() {
    if (azar.nextInt(200) == 0 && replicas.stream().noneMatch(Replica::claims)) {
      cupo = azar.nextInt(1, 40);
    }
    replicas.get(azar.nextInt(replicas.size())).step();
    mostWaiting = Math.max(mostWaiting, waiting());
  }

  int calls() {
    return replicas.stream().mapToInt(replica -> replica.calling().size()).sum();
  }

  int waiting() {
    return replicas.stream().mapToInt(replica -> replica.places.stand().waiting()).sum();
  }

  int mostWaiting() {
    return mostWaiting;
  }

  /** Nobody claims any more; whoever waits is called in the end, if places are handed on. */
  void endAllCalls() {
    for (Replica replica : replicas) {
      replica.admit();
      while (!replica.calling().isEmpty()) {
        replica.hangUp();
      }
    }
  }

  private final class Replica {

    private final Places places;
    private final Map<Attempt, CompletableFuture<Boolean>> inProcess = new HashMap<>();
    private final List<Attempt> answered = new ArrayList<>();
    private List<Attempt> contestados = List.of();
    private List<Attempt> claimed = List.of();
    private int counted;
    private boolean claiming;
    private int lastCupo;
    private long ended;
    private Places.Stand then;
    private Room room = new Room(0, 0, 0, 0);
    private Runnable next = this::lock;

    Replica(int connections) {
      places = new Places(connections);
      then = places.stand();
    }

    void step() {
      switch (azar.nextInt(4)) {
        case 0 -> next.run();
        case 1, 2 -> hangUp();
        default -> settle();
      }
    }

    /** Under the limit of when it took the lock. */
    boolean claims() {
      return claiming;
    }

    private void lock() {
      if (locked == null) {
        locked = this;
        claiming = true;
        if (cupo < lastCupo) {
          places.turnAway();
          putBack();
        }
        lastCupo = cupo;
        contestados = places.inHand();
        next = this::count;
      }
    }

    private void putBack() {
      inProcess.entrySet().stream()
          .filter(entry -> entry.getValue().isDone() && !entry.getValue().join())
          .map(Map.Entry::getKey)
          .toList()
          .forEach(
              attempt -> {
                inProcess.remove(attempt);
                answered.add(attempt);
              });
    }

    private void count() {
      counted = (int) enVuelo.stream().filter(attempt -> !contestados.contains(attempt)).count();
      next = this::look;
    }

    private void look() {
      then = places.stand();
      room = Room.of(cupo, Integer.MAX_VALUE, counted, then, then.ended() - ended);
      ended = then.ended();
      next = this::commit;
    }

    private void commit() {
      int most = azar.nextInt(4) == 0 ? azar.nextInt(room.total() + 1) : room.total();
      claimed = IntStream.range(0, most).mapToObj(i -> new Attempt(++last, 1)).toList();
      enVuelo.addAll(claimed);
      locked = null;
      next = this::admit;
    }

    private void admit() {
      List<CompletableFuture<Boolean>> admitted = places.admit(claimed.size(), room.left(), then);
      for (int i = 0; i < claimed.size(); i++) {
        inProcess.put(claimed.get(i), admitted.get(i));
      }
      claimed = List.of();
      claiming = false;
      next = this::lock;
    }

    List<Attempt> calling() {
      return inProcess.entrySet().stream()
          .filter(entry -> entry.getValue().getNow(false))
          .map(Map.Entry::getKey)
          .toList();
    }

    private void hangUp() {
      List<Attempt> calling = calling();
      if (!calling.isEmpty()) {
        Attempt attempt = calling.get(azar.nextInt(calling.size()));
        inProcess.remove(attempt);
        answered.add(attempt);
        places.hangUp(attempt);
      }
    }

    private void settle() {
      if (!answered.isEmpty()) {
        Attempt attempt = answered.remove(azar.nextInt(answered.size()));
        enVuelo.remove(attempt);
        places.release(attempt);
      }
    }
  }
}
