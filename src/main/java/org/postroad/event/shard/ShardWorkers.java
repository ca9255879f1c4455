package org.postroad.event.shard;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postroad.event.EventSettings;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** The threads that process the shards on this node; each has its own share of the shards. */
@Component
public class ShardWorkers implements DisposableBean {

    private final List<ShardShare> shares;
    private final ExecutorService threads;

    ShardWorkers(EventSettings settings) {
        int lanes = settings.lanes();
        if (lanes > Shards.NUMBER) {
            throw new IllegalArgumentException(
                    "postroad.event.lanes must be between 1 and " + Shards.NUMBER + ", but is " + lanes);
        }
        this.shares = IntStream.range(0, lanes)
                .mapToObj(lane -> new ShardShare(Shards.everyNth(lanes, lane)))
                .toList();
        CustomizableThreadFactory factory = new CustomizableThreadFactory("postroad-events-");
        factory.setDaemon(true);
        this.threads = Executors.newFixedThreadPool(lanes, factory);
    }

    /**
     * Runs the work for each thread's share, all at once, and returns the sum of the results. A failure in one thread is
     * thrown once all have ended.
     *
     * @throws CancellationException if the calling thread is interrupted; it waits no longer, but the work goes on
     */
    int runAndSum(ToIntFunction<ShardShare> work) {
        return sum(shares.stream().<Callable<Integer>>map(share -> () -> work.applyAsInt(share)));
    }

    /**
     * Runs the work for these items, all at once, each in the thread of its shard and in their order, and returns the sum of
     * the results. A failure in one thread is thrown once all have ended.
     */
    public <T extends ShardedItem> int runAndSum(List<T> items, ToIntFunction<List<T>> work) {
        return sum(shares.stream()
                .map(share -> share.of(items))
                .filter(own -> !own.isEmpty())
                .<Callable<Integer>>map(own -> () -> work.applyAsInt(own)));
    }

    private int sum(Stream<Callable<Integer>> works) {
        List<Future<Integer>> running = works.map(threads::submit).toList();
        int sum = 0;
        RuntimeException failure = null;
        for (Future<Integer> result : running) {
            try {
                sum += result.get();
            } catch (ExecutionException e) {
                failure = e.getCause() instanceof RuntimeException thrown
                        ? thrown
                        : new CompletionException(e.getCause()); // an error
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Interrupted, and not known what of the work is done; it goes on.");
            }
        }
        if (failure != null) {
            throw failure;
        }
        return sum;
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
