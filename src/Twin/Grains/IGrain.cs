namespace CorridorTwin.Twin.Grains;

/// <summary>
/// An entity of the border as a pure step function: a message in; a new state, and effects as data, out. It reads no clock, holds no lock and
/// knows no host, so any host with one writer per grain may run it.
/// </summary>
/// <typeparam name="TState">Its state: an immutable record.</typeparam>
public interface IGrain<TState>
    where TState : class
{
    /// <summary>Its kind, unique among grains: names its mailbox and its rows in the store.</summary>
    static abstract string Kind { get; }

    /// <summary>Few there are and always looked at: they stay in memory though nothing reaches them.</summary>
    static virtual bool Stays => false;

    /// <summary>The state before the first message.</summary>
    static abstract TState Initial(string key);

    /// <summary>Takes one message.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="message">The message; one that the grain does not know changes nothing.</param>
    /// <param name="now">The twin's clock, Unix milliseconds.</param>
    /// <param name="effects">What is to happen besides.</param>
    /// <returns>The state after: the same object if nothing changed.</returns>
    static abstract TState Step(TState state, GrainMessage message, long now, Effects effects);

    /// <summary>Called once after all messages of a turn: tells others what has come of them.</summary>
    static virtual TState Settle(TState state, Effects effects) => state;

    /// <summary>Asks again for the wake-ups a state waits for: hosts forget them when they stop.</summary>
    static virtual void Resume(TState state, Effects effects)
    {
    }

    /// <summary>Whether nothing is known any more: such a state need not be kept.</summary>
    static virtual bool IsEmpty(TState state) => false;
}
