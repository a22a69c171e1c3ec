using Connector.Host.Cli;
using Connector.Host.Cli.Running;

return await CommandLine.RunAsync(args, Surroundings.OfProcess(), CancellationToken.None);
