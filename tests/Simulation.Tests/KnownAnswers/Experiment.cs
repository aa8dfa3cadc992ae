using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using Xunit.Abstractions;

namespace CorridorTwin.Simulation.Tests.KnownAnswers;

/// <summary>One replication's results.</summary>
internal sealed record Outcome(RunResult Run, LegTally Legs, double Hours)
{
    /// <summary>Trucks at a station, waiting and in service, on average.</summary>
    public double Present(string station) => Run.Station(station).MeanQueue + Run.Station(station).MeanBusy;

    /// <summary>Trucks anywhere at a station.</summary>
    public double Present() => Run.Stations.Sum(s => s.MeanQueue + s.MeanBusy);

    /// <summary>Services begun per hour.</summary>
    public double Rate(string station) => Run.Station(station).Started / Hours;

    /// <summary>Mean wait of those who began service, in hours.</summary>
    public double Wait(string station) => Times.InHours(Run.Station(station).MeanWait);
}

/// <summary>
/// Independent replications held to known answers: |mean − theory| ≤ 4 SE, and SE ≤ precision × theory, so that neither a
/// wrong engine nor a vague estimate passes. Every replication must also keep Little's law exactly and lose no truck.
/// </summary>
internal sealed class Experiment(NetworkModel model, Plan plan)
{
    private readonly List<(string What, double Theory, Func<Outcome, double> Measure, double Precision)> answers = [];

    /// <param name="what">What is measured.</param>
    /// <param name="theory">The known answer.</param>
    /// <param name="measure">Reads it from a replication.</param>
    /// <param name="precision">Largest relative standard error: 0.5 % for means, 1 % for tail probabilities and quantiles.</param>
    public Experiment Expect(string what, double theory, Func<Outcome, double> measure, double precision = 0.005)
    {
        answers.Add((what, theory, measure, precision));
        return this;
    }

    public void Run(ITestOutputHelper output)
    {
        var values = new double[answers.Count][];
        for (int a = 0; a < values.Length; a++) values[a] = new double[plan.Replications];
        long events = 0;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Parallel.For(0, plan.Replications, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, r =>
        {
            Outcome outcome = Replicate(r);
            Interlocked.Add(ref events, outcome.Run.Events);
            for (int a = 0; a < values.Length; a++) values[a][r] = answers[a].Measure(outcome);
        });
        output.WriteLine($"{plan.Replications} x {plan.Length.Hours:N0} h, {events / 1e6:F1} M events, {watch.Elapsed.TotalSeconds:F1} s, seed {TestSeed.Value}");
        List<string> wrong = [];
        for (int a = 0; a < values.Length; a++) Check(a, values[a], wrong, output);
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private Outcome Replicate(int replication)
    {
        var legs = new LegTally(model, plan);
        RunResult run = Replication.Run(model, plan.Options(replication), legs);
        Sound(run);
        if (plan.Drain) Assert.Equal(0, run.CohortInside);
        Assert.Equal(0, legs.WrongSplits);
        return new Outcome(run, legs, plan.Length.Hours);
    }

    /// <summary>What holds in every run of every network: Little's law on the sample path, and nobody lost or made up.</summary>
    public static void Sound(RunResult run)
    {
        Assert.Empty(run.LittleViolations);
        Assert.Equal(run.Created.Sum(), run.LeftBy.Sum() + run.Inside);
    }

    private void Check(int a, double[] sample, List<string> wrong, ITestOutputHelper output)
    {
        (string what, double theory, _, double precision) = answers[a];
        double mean = sample.Average();
        double error = Math.Sqrt(sample.Sum(x => (x - mean) * (x - mean)) / (sample.Length - 1) / sample.Length);
        double z = (mean - theory) / error;
        string line = $"{what}: {mean:F6}, known {theory:F6}, SE {error:F6} ({error / theory:P2}), z {z:F2}";
        output.WriteLine(line);
        // Written so that NaN fails; what cannot vary has no error and must be right.
        if (!(Math.Abs(mean - theory) <= 4 * error + 1e-12 * theory)) wrong.Add(line + ": off by more than 4 SE");
        if (!(error <= precision * theory)) wrong.Add(line + $": SE above {precision:P1}");
    }
}
