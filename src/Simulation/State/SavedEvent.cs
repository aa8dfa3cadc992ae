namespace CorridorTwin.Simulation.State;

/// <summary>When something is due. Its kind and subject follow from where it stands; equals in time and kind happen in order of sequence.</summary>
/// <param name="At">Milliseconds.</param>
/// <param name="Sequence">The order in which it was scheduled.</param>
public sealed record SavedEvent(long At, uint Sequence);
