using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios.Tests;

public class InputSchemaTests
{
    [Fact]
    public void The_committed_schema_is_the_one_the_declarations_give() => Held("schema.json", InputSchema.Write(MeasureCatalog.All));

    [Fact]
    public void So_is_that_of_rollouts() => Held("rollouts/schema.json", InputSchema.WriteRollout(MeasureCatalog.All));

    private static void Held(string file, string schema)
    {
        string path = Path.Combine(Repository.Scenarios, file);
        if (Environment.GetEnvironmentVariable("CORRIDOR_WRITE_SCHEMA") == "1") File.WriteAllText(path, schema);
        Assert.True(File.ReadAllText(path) == schema, $"scenarios/{file} is out of date; run the tests once with CORRIDOR_WRITE_SCHEMA=1.");
    }
}
