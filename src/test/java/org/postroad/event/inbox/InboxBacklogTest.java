package org.postroad.event.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.postroad.event.shard.ShardedQueueProcessor;
import org.postroad.event.store.Events;

class InboxBacklogTest {

    final ShardedQueueProcessor processor = mock(ShardedQueueProcessor.class);
    final Events events = mock(Events.class);
    final InboxBacklog backlog = new InboxBacklog(processor, events);

    @Test
    void drainsUntilNothingIsLeft() {
        when(processor.runDue()).thenReturn(40, 32, 0);

        assertThat(backlog.drain()).isEqualTo(72);
    }

    @Test
    void sizeIsTheNumberOfWaitingEvents() {
        when(events.countWaiting()).thenReturn(7L);

        assertThat(backlog.size()).isEqualTo(7);
    }
}
