using System.Security.Cryptography;
using System.Text;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.State;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Scenarios.Experiments;

/// <summary>A state of the corridor from which every replication begins, in place of an empty corridor and a warm-up.</summary>
/// <remarks>
/// What has happened is the same in all of them; what comes after is drawn anew for each, the same for all scenarios. So an interval is that of the future of
/// this very state, not of the long run.
/// </remarks>
/// <param name="File">The file it was read from.</param>
/// <param name="Hash">SHA-256 of its text.</param>
/// <param name="State">The state, with its clock as the beginning.</param>
public sealed record StartingState(string File, string Hash, CorridorState State)
{
    /// <summary>Time from the simulated Monday at 00:00, UTC−6, that clocks and calendars count from.</summary>
    public SimDuration Clock => new(State.Clock);

    /// <summary>Reads a state; null, with the reason noted, if the file holds none.</summary>
    public static StartingState? Read(string path, Problems problems)
    {
        if (InputFile.Read(path, problems) is not { } text) return null;
        try
        {
            return new StartingState(path, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), CorridorStateJson.Read(text).FromNow());
        }
        catch (CorridorStateException e)
        {
            problems.Add(Problem(path, e));
            return null;
        }
    }

    /// <summary>The corridor as it stands at the end of the warm-up of an experiment's first replication.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CorridorState WarmedUp(CorridorModel model, ExperimentOptions options, CancellationToken cancellation = default)
    {
        RunOptions run = options.Run(0);
        CorridorNetwork corridor = CorridorCompiler.Compile(model, options.FromEpoch, run.Length);
        Replication replication = options.Start is { } start ? start.Begin(corridor, run, null) : new Replication(corridor.Network, run);
        SimTime end = new(options.FromEpoch.Milliseconds);
        for (SimTime next = replication.Now; replication.Now < end;)
        {
            cancellation.ThrowIfCancellationRequested();
            next = new SimTime(Math.Min(end.Milliseconds, next.Milliseconds + SimDuration.MillisecondsPerDay));
            replication.RunUntil(next);
        }
        return replication.Save().FromNow();
    }

    /// <summary>A replication that begins here.</summary>
    /// <exception cref="InputException">The state is of another corridor, or broken.</exception>
    internal Replication Begin(CorridorNetwork corridor, RunOptions run, RunObserver? observer)
    {
        try
        {
            return Replication.Restore(corridor.Network, run, State, observer);
        }
        catch (CorridorStateException e)
        {
            throw new InputException([Problem(File, e)]);
        }
    }

    private static InputProblem Problem(string path, CorridorStateException e)
    {
        string why = e.Message.ReplaceLineEndings(" ").TrimEnd('.');
        return new InputProblem(Mark.Whole(path), "", null, new($"no es un estado de este corredor ({why})", $"not a state of this corridor ({why})"), new("un archivo de 'corridor run --save-state'", "a file of 'corridor run --save-state'"));
    }
}
