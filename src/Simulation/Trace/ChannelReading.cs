using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.Trace;

/// <summary>
/// Which risk channel a truck has been given. The engine never names it: it sends the truck on by the draw, later, stage by stage.
/// The same draw is read here.
/// </summary>
internal sealed class ChannelReading(CorridorNetwork corridor)
{
    private readonly Dictionary<int, Selectivity> selectivity = [];

    private sealed record Selectivity(ulong Draw, double[] Red, double[] RedOrYellow);

    /// <summary>The channel assigned at a traced point.</summary>
    public RiskChannel Of(int row, int classIndex, ulong truck)
    {
        if (!selectivity.TryGetValue(row, out Selectivity? s)) selectivity[row] = s = Read(row);
        double u = KeyedStream.For(truck, s.Draw, 0).NextUniform();
        return u < s.Red[classIndex] ? RiskChannel.Red : u < s.RedOrYellow[classIndex] ? RiskChannel.Yellow : RiskChannel.Green;
    }

    private Selectivity Read(int row)
    {
        StageMeaning point = corridor.Stages[row]!;
        BorderPost post = corridor.Corridor.Posts[point.PostIndex];
        SideProcedure side = post.Side(point.Direction, point.Role);
        Operation operation = corridor.Legs[corridor.Network.Rows[row].Procedure].Operation;
        ClassSpace classes = corridor.Network.Classes;
        if (point.Agency == Agency.Sps)
        {
            double[] selected = [.. Enumerable.Repeat(side.Risk.SpsInspection.GetValueOrDefault(operation), classes.Count)];
            return new Selectivity(corridor.Network.Routes[corridor.Network.Rows[row].Route].Key, selected, selected);
        }
        double[] red = [.. Enumerable.Range(0, classes.Count).Select(c => LegCompiler.RedOf(side, operation, classes[c]))];
        double yellow = side.Risk.Customs.GetValueOrDefault(operation).Yellow;
        ulong draw = Purpose.At($"{post.Id}/{side.Direction}/{side.Country}", LegCompiler.Channel);
        return new Selectivity(draw, red, [.. red.Select(r => r + Math.Min(yellow, 1 - r))]);
    }
}
