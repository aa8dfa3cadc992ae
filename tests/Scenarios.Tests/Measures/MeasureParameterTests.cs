using CorridorTwin.Scenarios.Measures;
using static CorridorTwin.Scenarios.Tests.Measures.SyntheticCorridor;

namespace CorridorTwin.Scenarios.Tests.Measures;

/// <summary>Every effect size has a source, a range, and stands at the range's weaker end.</summary>
public class MeasureParameterTests
{
    private static readonly HashSet<string> Sources = Column("sources.csv", "id");

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (IMeasure measure in MeasureCatalog.All)
                foreach (MeasureParameter parameter in measure.Parameters) all.Add(measure.Name, parameter.Key);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Its_sources_are_in_the_table(string measure, string key)
    {
        MeasureParameter parameter = Find(measure, key);
        Assert.NotEmpty(parameter.Sources);
        Assert.All(parameter.Sources, id => Assert.Contains(id, Sources));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Its_range_contains_its_default_nearer_to_the_weaker_end(string measure, string key)
    {
        MeasureParameter p = Find(measure, key);
        Assert.Null(p.Problem(p.Default, Model));
        if (p.Default is not ParameterValue.Number(var value)) return;
        Assert.InRange(value, p.Low, p.High);
        Assert.InRange(p.Low, p.Minimum, p.Maximum);
        Assert.InRange(p.High, p.Minimum, p.Maximum);
        Assert.NotEqual("", p.Unit);
        double middle = (p.Low + p.High) / 2;
        Assert.True(p.LowerIsWeaker ? value <= middle : value >= middle, $"{value} is not in the weaker half of {p.Low} to {p.High}");
    }

    [Fact]
    public void Every_target_of_the_baseline_has_its_source_in_the_table() =>
        Assert.All(Column("references.csv", "source"), id => Assert.Contains(id, Sources));

    [Fact]
    public void Grades_of_the_table_are_the_five_announced() =>
        Assert.Equal(["assumption", "derived", "read", "read-press", "unverified"], Column("sources.csv", "grade").Order(StringComparer.Ordinal));

    private static MeasureParameter Find(string measure, string key) => MeasureCatalog.Find(measure)!.Parameters.Single(p => p.Key == key);

    // Ids are first columns, grades and the targets' sources last ones, and none of them holds a comma.
    private static HashSet<string> Column(string file, string column)
    {
        string[][] rows = [.. File.ReadLines(Path.Combine(Repository.Scenarios, "data", file)).Select(line => line.Split(','))];
        Index at = rows[0][0] == column ? 0 : ^1;
        Assert.Equal(column, rows[0][at]);
        return [.. rows.Skip(1).Select(r => r[at])];
    }
}
