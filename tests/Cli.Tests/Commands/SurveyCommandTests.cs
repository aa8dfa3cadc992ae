using System.Text.Json;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Cli.Tests.Commands;

public class SurveyCommandTests
{
    private static readonly string[] Brief = ["--posts", "guasaule", "--warmup-days", "1", "--days", "1", "--per-stratum", "8"];

    [Fact]
    public void The_table_has_the_interval_of_its_sampling_and_says_that_it_is_simulated()
    {
        Answer answer = Corridor.Call(["survey", .. Brief]);
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        Assert.StartsWith("SIMULATED: emulated study of '2024 baseline'", answer.Out, StringComparison.Ordinal);
        Assert.Equal(12, answer.Out.Split('\n').Count(l => l.StartsWith("N2S ", StringComparison.Ordinal) || l.StartsWith("S2N ", StringComparison.Ordinal)));
        Assert.Contains(" ±", answer.Out, StringComparison.Ordinal);
        Assert.Contains("To repeat: corridor survey --per-stratum 8 --days 1 --posts guasaule --warmup-days 1", answer.Out, StringComparison.Ordinal);
        Assert.StartsWith("SIMULADO", Corridor.Call(["survey", "--lang", "es", .. Brief]).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_study_it_keeps_is_one_that_is_read()
    {
        using var scratch = new Scratch();
        Answer answer = Corridor.Call(["survey", "--stage-times", "--format", "json", "--out", scratch.Path, .. Brief]);
        Assert.Equal(ExitCode.Done, answer.Code);
        CorridorModel model = Scenarios.ScenarioFolder.Load(Repository.Scenarios).Baselines.Single().Model;
        Study study = StudyReader.Read(scratch.File("survey.csv"), model).OrThrow();
        Assert.Empty(study.Rejected);
        Assert.True(study.Simulated);
        JsonElement[] strata = [.. JsonDocument.Parse(answer.Out).RootElement.GetProperty("strata").EnumerateArray()];
        Assert.Equal(study.Rows.Count(r => r.Stamps.Has(0)), strata.Sum(s => s.GetProperty("timed").GetInt32()));
    }

    [Fact]
    public void A_post_that_is_none_is_refused_with_the_nearest()
    {
        Answer answer = Corridor.Call("survey", "--posts", "gausaule");
        Assert.Equal((ExitCode.BadInput, ""), (answer.Code, answer.Out));
        Assert.Contains("did you mean 'guasaule'?", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }
}
