using CorridorTwin.Scenarios.Measures;

namespace CorridorTwin.Scenarios.Tests;

public class InputSchemaTests
{
    [Fact]
    public void The_committed_schema_is_the_one_the_declarations_give()
    {
        string path = Path.Combine(Repository.Scenarios, "schema.json"), schema = InputSchema.Write(MeasureCatalog.All);
        if (Environment.GetEnvironmentVariable("CORRIDOR_WRITE_SCHEMA") == "1") File.WriteAllText(path, schema);
        Assert.True(File.ReadAllText(path) == schema, "scenarios/schema.json is out of date; run the tests once with CORRIDOR_WRITE_SCHEMA=1.");
    }
}
