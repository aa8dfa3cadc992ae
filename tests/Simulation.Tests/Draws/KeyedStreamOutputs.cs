using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Simulation.Tests.Draws;

internal static class KeyedStreamOutputs
{
    internal static ulong First(this KeyedStream stream) => stream.Next();

    internal static ulong Second(this KeyedStream stream)
    {
        stream.Next();
        return stream.Next();
    }
}
