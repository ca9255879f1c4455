package org.postroad.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;

class EventPumpTest {

    private final Events events = mock(Events.class);
    private final EventTurn turn = mock(EventTurn.class);
    private final EventPump pump = new EventPump(events, turn, new EventSettings(500, Duration.ofMinutes(5)));

    @BeforeEach
    void oneEventWaits() {
        when(events.waiting(anyInt())).thenReturn(List.of(7L));
    }

    @Test
    void triesAgainAfterAConflict() {
        when(turn.act(List.of(7L)))
                .thenThrow(new OptimisticLockingFailureException("a timer fired"))
                .thenReturn(1);

        assertThat(pump.runDue()).isEqualTo(1);
        verify(events, never()).setAside(anyLong(), anyString());
    }

    @Test
    void leavesAnEventWaitingThatKeepsMeetingConflicts() {
        when(turn.act(List.of(7L))).thenThrow(new OptimisticLockingFailureException("a timer fired"));

        assertThatThrownBy(pump::runDue).isInstanceOf(OptimisticLockingFailureException.class);
        verify(events, never()).setAside(anyLong(), anyString());
    }

    @Test
    void blamesNoEventForTheDatabaseBeingAway() {
        when(events.waiting(anyInt())).thenReturn(List.of(6L, 7L));
        when(turn.act(any())).thenThrow(new DataAccessResourceFailureException("connection refused"));

        assertThatThrownBy(pump::runDue).isInstanceOf(DataAccessResourceFailureException.class);
        verify(turn, times(1)).act(any());
        verify(events, never()).setAside(anyLong(), anyString());
    }

    @Test
    void setsAsideWhatFailsByItself() {
        when(turn.act(List.of(7L))).thenThrow(new IllegalStateException("cannot be"));

        assertThat(pump.runDue()).isEqualTo(1);
        verify(events).setAside(7L, "cannot be");
    }
}
